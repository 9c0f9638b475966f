internal import ByteCoding

/// What stands below a command of curl: what it printed, if it looks like that.
struct CurlOutput {
    /// What is wrong in it.
    private(set) var defects: [CaptureDefect] = []

    private let source: ExchangeSource
    private let start: Int
    private let content: ArraySlice<UInt8>
    private let pipeline: CurlPipeline

    /// Looks at the bytes of an exchange behind its command.
    ///
    /// - Parameters:
    ///   - source: the exchange.
    ///   - end: the end of the command.
    ///   - pipeline: the command with those behind it: where another one follows, the rest of the line is passed over.
    init(_ source: ExchangeSource, from end: Int, of pipeline: CurlPipeline) {
        self.source = source
        self.pipeline = pipeline
        var rest = source.slice(end..<source.bytes.count)
        if pipeline.ending == .separator || pipeline.ending == .pipe { rest = rest.drop { byte in !byte.isLineEnd } }
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
            report("text-behind", "expected another command or what this one printed, found other text; it is left out")
            return nil
        }
        reportOrigin()
        return Response(body: Body(bytes: content, place: source.place(start)), place: source.place(start))
    }

    /// Says so where what stands below a command is not what curl printed.
    private mutating func reportOrigin() {
        if let name = pipeline.changedBy {
            report(
                "changed-output",
                "expected what curl printed below the command, found what \(name) made of it; it is read as the content"
            )
        } else if pipeline.writesFile {
            report(
                "output-in-file",
                "expected nothing below a command whose output goes to a file, found content; it is read as the output")
        }
    }

    private mutating func report(_ id: String, _ message: String) {
        defects.append(CaptureDefect(id: "copy-as-curl." + id, message: message, place: source.place(start)))
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
        reportOrigin()
        let body = source.slice((start + head.end)..<source.bytes.count)
        return head.response(Body(bytes: body, place: source.place(start + head.end)))
    }
}
