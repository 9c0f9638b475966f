internal import ByteCoding

/// Reads a capture that is nothing but the body of a response: the whole of it is one exchange.
///
/// An empty input is an empty body. Memory is the size of the capture.
struct BareBodyReader: ExchangeReader {
    /// Whether a byte order mark at the beginning is part of the body.
    let keepsByteOrderMark: Bool

    /// Tells what is wrong with a body that is not of the format at all, as one may be where the format was named.
    let foreignContent: @Sendable (ExchangeSource) -> CaptureDefect?

    /// Nothing: the whole capture is the exchange.
    let defects: [CaptureDefect] = []

    /// The length of the body where it stands in other text; nil where the whole capture is the body.
    private let wrappedLength: (@Sendable (ArraySlice<UInt8>) -> Int)?

    private var isRead = false

    /// Whether the lines of a stream may stand behind those of a log.
    private let readsLogs: Bool

    /// Creates a reader.
    init(
        keepsByteOrderMark: Bool, readsLogs: Bool = false,
        wrappedLength: (@Sendable (ArraySlice<UInt8>) -> Int)? = nil,
        foreignContent: @escaping @Sendable (ExchangeSource) -> CaptureDefect?
    ) {
        self.keepsByteOrderMark = keepsByteOrderMark
        self.readsLogs = readsLogs
        self.wrappedLength = wrappedLength
        self.foreignContent = foreignContent
    }

    /// Reads the one exchange, then gives nil.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        guard !isRead else { return nil }
        isRead = true
        if keepsByteOrderMark { window.restoreByteOrderMark() }
        while try window.extend() {}
        let source = window.take(window.bytes.count)
        let length = wrappedLength.map { length in length(source.bytes) } ?? source.bytes.count
        let content = ExchangeSource(bytes: source.bytes.prefix(length), start: source.start)
        if readsLogs, let stream = LoggedStream(content.bytes, at: content.place(0)) {
            let defects = [stream.defect(at: source.place(0)), textBehind(stream.end, in: source)]
            return Exchange(
                number: number, source: source,
                response: Response(body: stream.content.body(), place: source.place(0)),
                defects: defects.compactMap { defect in defect })
        }
        let body = Body(bytes: content.bytes, place: source.place(0))
        return Exchange(
            number: number, source: source, response: Response(body: body, place: source.place(0)),
            defects: [foreignContent(content), textBehind(length, in: source)].compactMap { defect in defect })
    }

    /// The defect of text behind a body, but for the fence of Markdown that ends it.
    private func textBehind(_ length: Int, in source: ExchangeSource) -> CaptureDefect? {
        let rest = source.bytes.dropFirst(length).drop(while: \.isWhiteSpace)
        let text = rest.drop { byte in byte == UInt8(ascii: "`") }.drop(while: \.isWhiteSpace)
        guard !text.isEmpty else { return nil }
        return CaptureDefect(
            id: "wrapper.text-behind",
            message:
                "expected the end of the text behind the body in it, found \(text.count) other bytes; they are left "
                + "out, put each body in a file of its own",
            place: source.place(text.startIndex - source.bytes.startIndex))
    }

    /// The length of a body up to the fence of Markdown that ends it, or to the end.
    static func lengthToFence(_ bytes: ArraySlice<UInt8>) -> Int {
        var offset = 0
        while let line = TextLine(in: bytes, at: offset, ending: .any) {
            if line.text(in: bytes).isFence { return offset }
            offset = line.end
        }
        return bytes.count
    }
}
