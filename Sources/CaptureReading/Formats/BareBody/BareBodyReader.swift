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

    private var isRead = false

    /// Creates a reader.
    init(keepsByteOrderMark: Bool, foreignContent: @escaping @Sendable (ExchangeSource) -> CaptureDefect?) {
        self.keepsByteOrderMark = keepsByteOrderMark
        self.foreignContent = foreignContent
    }

    /// Reads the one exchange, then gives nil.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        guard !isRead else { return nil }
        isRead = true
        if keepsByteOrderMark { window.restoreByteOrderMark() }
        while try window.extend() {}
        let source = window.take(window.bytes.count)
        let body = Body(bytes: source.bytes, place: source.place(0))
        return Exchange(
            number: number, source: source, response: Response(body: body, place: source.place(0)),
            defects: foreignContent(source).map { defect in [defect] } ?? [])
    }
}
