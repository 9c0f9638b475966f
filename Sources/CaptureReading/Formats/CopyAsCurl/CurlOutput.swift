internal import ByteCoding

/// What stands below a command of curl: what it printed, if it looks like that.
struct CurlOutput {
    /// What is wrong in it.
    private(set) var defects: [CaptureDefect] = []

    private let source: ExchangeSource
    private let start: Int
    private let content: ArraySlice<UInt8>
    private let pipeline: CurlPipeline
    private let prompt: CommandPrompt

    /// What stands behind the output.
    private let behind: ArraySlice<UInt8>

    /// Looks at the bytes of an exchange behind its command.
    ///
    /// - Parameters:
    ///   - source: the exchange.
    ///   - end: the end of the command.
    ///   - pipeline: the command with those behind it: where another one follows, the rest of the line is passed over.
    ///   - prompt: what stands before the command: where another line begins with it, the output has ended.
    init(_ source: ExchangeSource, from end: Int, of pipeline: CurlPipeline, behind prompt: CommandPrompt) {
        self.source = source
        self.pipeline = pipeline
        var rest = source.slice(end..<source.bytes.count)
        if pipeline.ending == .separator || pipeline.ending == .pipe { rest = rest.drop { byte in !byte.isLineEnd } }
        rest = rest.drop(while: \.isWhiteSpace)
        // The fence of Markdown that ends the command.
        let line = rest.prefix { byte in !byte.isLineEnd }
        if line.isFence { rest = rest[line.endIndex...].drop(while: \.isWhiteSpace) }
        content = CurlOutput.output(in: rest, prompt)
        behind = rest[content.endIndex...]
        self.prompt = prompt
        start = rest.startIndex - source.bytes.startIndex
    }

    /// The response that was printed, or nil when nothing that looks like one is there.
    mutating func response() -> Response? {
        guard !content.isEmpty else {
            reportTextBehind()
            return nil
        }
        let line = content.prefix { byte in byte != UInt8(ascii: "\n") }
        if case .response? = HTTPStartLine(line) { return message() }
        guard begins(with: ["{", "[", "data:", "event:", "id:", ": "]) else {
            report("text-behind", "expected another command or what this one printed, found other text; it is left out")
            return nil
        }
        reportOrigin()
        reportTextBehind()
        if pipeline.changedBy != nil, let stream = LoggedStream(content, at: source.place(start)) {
            defects.append(stream.defect(at: source.place(start)))
            return Response(body: stream.content.body(), place: source.place(start))
        }
        return Response(body: Body(bytes: content, place: source.place(start)), place: source.place(start))
    }

    /// The text up to the line that ends it: one behind the same prompt, or the fence of Markdown behind JSON or events.
    private static func output(in text: ArraySlice<UInt8>, _ prompt: CommandPrompt) -> ArraySlice<UInt8> {
        let head = text.prefix { byte in byte != UInt8(ascii: "\n") }
        let mayBeMarkdown = HTTPStartLine(head) != nil && !isPlain(text)
        var offset = 0
        while let line = TextLine(in: text, at: offset, ending: .any) {
            let content = line.text(in: text)
            if prompt.begins(content) || content.isFence && !mayBeMarkdown { return text.prefix(offset) }
            offset = line.end
        }
        return text
    }

    /// Whether the head that a text begins with tells of JSON or events.
    private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        var bytes = GatheredBytes()
        bytes.append(text.prefix(longestHead), at: 0)
        let type = GatheredHead(bytes, hasContent: true)?.fields.mediaType
        return type?.isJSON == true || type?.essence == "text/event-stream"
    }

    private static let longestHead = 1 << 16

    /// Says so where something stands behind the output that is neither a fence nor a prompt alone.
    private mutating func reportTextBehind() {
        let line = behind.prefix { byte in !byte.isLineEnd }
        let isMark = line.isFence || prompt.isAll(of: line)
        let rest = (isMark ? behind[line.endIndex...] : behind).drop(while: \.isWhiteSpace)
        guard !rest.isEmpty else { return }
        defects.append(
            CaptureDefect(
                id: "copy-as-curl.text-behind",
                message:
                    "expected another command of curl behind what this one printed, found other text; it is left out",
                place: source.place(rest.startIndex - source.bytes.startIndex)))
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
        reportTextBehind()
        let body = source.slice((start + head.end)..<(start + content.count))
        return head.response(Body(bytes: body, place: source.place(start + head.end)))
    }
}
