internal import ByteCoding

/// Commands of curl, as the developer tools of browsers copy them and documentation has them: requests alone.
///
/// In the quotes of a shell of Unix, or with the carets of the command prompt of Windows. What stands below a command
/// may be what it printed: a response with its head, or its content alone.
enum CopyAsCurlFormat: CaptureFormat {
    /// The name `copy-as-curl`.
    static let id = CaptureFormatID.copyAsCurl

    /// What curl prints of an answer is decoded as a rule.
    static let storage = BodyStorage.decoded

    /// Certain for a command at the beginning, possible for one further down; likely and none where curl's own lines
    /// follow, of which another format makes more.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        var offset = 0
        var isFirst = true
        var searched = 0
        while let line = TextLine(in: head, at: offset, ending: .any) {
            let text = line.text(in: head)
            defer { offset = line.end }
            if text.trimmed.isEmpty || text.isFence || text.beginsTypescript { continue }
            if let start = CurlCommandStart(text), start.needsProof ? offset >= searched : true {
                let begin = line.content.lowerBound + start.offset
                let pipeline = CurlPipeline(head.dropFirst(begin), at: Place(byte: 0))
                if !pipeline.words.isEmpty {
                    let isLogged = isLogged(head.dropFirst(begin + pipeline.end))
                    return isFirst ? (isLogged ? .likely : .certain) : isLogged ? .none : .possible
                }
                searched = begin + pipeline.end
            }
            if isFirst, let first = text.trimmed.first, "{[<".utf8.contains(first) { return .none }
            isFirst = false
        }
        return .none
    }

    /// Whether a text has what curl writes of its messages.
    private static func isLogged(_ text: ArraySlice<UInt8>) -> Bool {
        CurlVerboseLine.isVerbose(text) || CurlTraceFormat.recognise(text) == .certain
    }

    /// A reader of commands.
    static func makeReader() -> any ExchangeReader {
        CopyAsCurlReader()
    }
}

extension CaptureFormatID {
    /// Commands of curl.
    public static let copyAsCurl = CaptureFormatID(rawValue: "copy-as-curl")
}
