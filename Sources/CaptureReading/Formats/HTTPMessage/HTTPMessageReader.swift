/// Reads requests and responses that follow each other: a request takes the response behind it.
///
/// Of the message behind an exchange no more than the start line is read.
package struct HTTPMessageReader: ExchangeReader {
    /// The most bytes that are loaded on the word of a `Content-Length` or a chunk's size: 64 MiB.
    ///
    /// No prompt and no answer is larger, only uploads of files are. A longer body is still read whole unless a start
    /// line stands in it.
    package static let defaultLengthLimit = 1 << 26

    /// Content that belongs to no message.
    package var defects: [CaptureDefect] { strayDefects + further.defects + (verbose?.defects ?? []) }

    private var strayDefects: [CaptureDefect] = []

    /// Where the capture goes on in the other form; a capture may change at every other line.
    private var further = DefectTally()
    private var search = MessageSearch()

    /// The reader of what `curl -v` wrote, once that was met: people append one recording to another.
    private var verbose: CurlVerboseReader?
    private let lengthLimit: Int

    /// Creates a reader.
    ///
    /// - Parameter lengthLimit: the most bytes that are loaded on the word of a length alone. Without it one false
    ///   length would load the whole capture.
    package init(lengthLimit: Int = defaultLengthLimit) {
        self.lengthLimit = lengthLimit
    }

    /// Creates a reader of what `curl -v` wrote, behind which raw messages may stand.
    static func beginningWithVerbose() -> HTTPMessageReader {
        var reader = HTTPMessageReader()
        reader.verbose = CurlVerboseReader()
        return reader
    }

    /// Reads the next exchange, or gives nil at the end.
    ///
    /// Two requests in a row are two exchanges, and a response without a request before it is one. Of interim
    /// responses the last counts, and only where no final one follows; the defects of all are kept.
    package mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        if let exchange = try verboseExchange(in: &window, number: number) { return exchange }
        if verbose != nil { return nil }
        let start = try firstMessage(in: &window)
        if try MessageSearch.beginsVerbose(at: start, in: &window) {
            note(
                "http-message.further-capture", "a request line or a status line", "what curl -v writes", start, window)
            verbose = CurlVerboseReader()
            return try next(from: &window, number: number)
        }
        var defects: [CaptureDefect] = []
        var request: HTTPMessage?
        var response: HTTPMessage?
        var end = start
        while response?.isInterim ?? true, let line = try HTTPMessageHead.startLine(at: end, in: &window) {
            let isRequest = if case .request = line { true } else { false }
            if isRequest, request != nil || response != nil { break }
            guard
                let message = try HTTPMessage(
                    at: end, in: &window, search: &search, answering: request?.method, lengthLimit: lengthLimit)
            else { break }
            if isRequest { request = message } else { response = message }
            defects += message.defects
            end = message.end
        }
        // Without a request of its own a response belongs to the one before it, as data too many.
        var isFollowed = false
        if request != nil, response != nil, case .response = try HTTPMessageHead.startLine(at: end, in: &window) {
            isFollowed = true
        }
        let source = window.take(end)
        guard end > start else { return nil }
        return Exchange(
            number: number, source: source, request: request?.makeRequest(of: source),
            response: response?.makeResponse(of: source, warnings: isFollowed ? [.trailingData] : []), defects: defects)
    }

    /// The offset of the first message, or of the end.
    ///
    /// What stands before it is taken from the window and noted, unless it is blank lines.
    private mutating func firstMessage(in window: inout CaptureWindow) throws(CaptureError) -> Int {
        if let start = try search.messageStart(behind: 0, in: &window, isFirst: true) { return start }
        let location = window.location
        let stray = window.take(try MessageSearch.startLine(from: 0, in: &window, isFirst: true))
        strayDefects.append(
            CaptureDefect(
                id: "http-message.stray-content",
                message:
                    "expected a request line or a status line, found \(stray.bytes.count) other bytes; they are left "
                    + "out",
                location: location))
        return 0
    }

    /// The next exchange of what `curl -v` wrote; nil where raw messages follow, or nothing does.
    private mutating func verboseExchange(
        in window: inout CaptureWindow, number: Int
    ) throws(CaptureError) -> Exchange? {
        if let exchange = try verbose?.next(from: &window, number: number) { return exchange }
        guard let ended = verbose, ended.isBeforeMessage else { return nil }
        strayDefects += ended.defects
        verbose = nil
        note("curl-verbose.further-capture", "header lines behind > and <", "a raw message", 0, window)
        return nil
    }

    private mutating func note(
        _ id: String, _ expected: String, _ found: String, _ offset: Int, _ window: CaptureWindow
    ) {
        let message = "expected \(expected), found \(found); it is read as that, put it in a file of its own"
        let location = window.location(of: window.place(offset))
        further.note(CaptureDefect(id: id, message: message, location: location))
    }
}

extension HTTPMessage {
    /// The method of a request line.
    fileprivate var method: String? {
        if case .request(let method, _, _) = head.startLine { method } else { nil }
    }

    /// The request, if the message is one.
    fileprivate func makeRequest(of source: ExchangeSource) -> Request? {
        guard case .request(let method, let target, let version) = head.startLine else { return nil }
        let range = (head.start + target.lowerBound)..<(head.start + target.upperBound)
        return Request(
            method: method, target: String(decoding: source.slice(range), as: UTF8.self),
            targetPlace: source.place(range.lowerBound), httpVersion: version, fields: head.fields,
            body: makeBody(of: source), place: source.place(head.start))
    }

    /// The response, if the message is one.
    fileprivate func makeResponse(of source: ExchangeSource, warnings: [BodyWarning]) -> Response? {
        guard case .response(let version, let status, let reason) = head.startLine else { return nil }
        return Response(
            status: status, reason: reason, httpVersion: version, fields: head.fields,
            body: makeBody(of: source, warnings: warnings), place: source.place(head.start))
    }

    /// The body, if the message has one.
    private func makeBody(of source: ExchangeSource, warnings: [BodyWarning] = []) -> Body? {
        body.map { range in
            Body(
                bytes: source.slice(range), place: source.place(range.lowerBound), isTruncated: isTruncated,
                warnings: warnings)
        }
    }
}
