internal import ByteCoding

/// What stands below a command of curl: what it printed, if it looks like that.
struct CurlOutput {
    /// What is wrong in it.
    private(set) var defects: [CaptureDefect] = []

    private let source: ExchangeSource
    private let start: Int
    private let content: ArraySlice<UInt8>

    /// Looks at the bytes of an exchange behind its command.
    ///
    /// - Parameters:
    ///   - source: the exchange.
    ///   - end: the end of the command.
    ///   - isFollowed: whether another program stands behind the command: then the rest of the line is passed over.
    init(_ source: ExchangeSource, from end: Int, isFollowed: Bool) {
        self.source = source
        var rest = source.slice(end..<source.bytes.count)
        if isFollowed { rest = rest.drop { byte in !byte.isLineEnd } }
        rest = rest.drop(while: \.isWhiteSpace)
        // The fence of Markdown that ends the command.
        let line = rest.prefix { byte in !byte.isLineEnd }
        if line.isFence { rest = rest[line.endIndex...].drop(while: \.isWhiteSpace) }
        content = rest
        start = rest.startIndex - source.bytes.startIndex
    }

    /// The response that was printed, or nil when nothing that looks like one is there.
    mutating func response() -> Response? {
        guard !content.isEmpty else { return nil }
        let line = content.prefix { byte in byte != UInt8(ascii: "\n") }
        if case .response? = HTTPStartLine(line) { return message() }
        guard begins(with: ["{", "[", "data:", "event:", "id:", ": "]) else {
            defects.append(
                CaptureDefect(
                    id: "copy-as-curl.text-behind",
                    message: "expected another command or what this one printed, found other text; it is left out",
                    place: source.place(start)))
            return nil
        }
        return Response(body: Body(bytes: content, place: source.place(start)), place: source.place(start))
    }

    private func begins(with texts: [String]) -> Bool {
        texts.contains { text in content.starts(with: text.utf8) }
    }

    /// Reads the head that `curl -i` prints, and the content below it.
    private mutating func message() -> Response? {
        var bytes = GatheredBytes()
        bytes.append(content, at: source.place(start).byte)
        guard let head = GatheredHead(bytes, hasContent: true) else { return nil }
        defects += head.defects
        let body = source.slice((start + head.end)..<source.bytes.count)
        return head.response(Body(bytes: body, place: source.place(start + head.end)))
    }
}
