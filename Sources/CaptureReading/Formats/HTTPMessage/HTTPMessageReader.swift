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
    package var defects: [CaptureDefect] { strayDefects + (verbose?.defects ?? []) }

    private var strayDefects: [CaptureDefect] = []
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

    /// Reads the next exchange, or gives nil at the end.
    ///
    /// Two requests in a row are two exchanges, and a response without a request before it is one. Of interim
    /// responses the last counts, and only where no final one follows; the defects of all are kept.
    package mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        if verbose != nil { return try verbose?.next(from: &window, number: number) }
        let start = try firstMessage(in: &window)
        if try MessageSearch.beginsVerbose(at: start, in: &window) {
            noteVerbose(at: window.location(of: window.place(start)))
            verbose = CurlVerboseReader()
            return try verbose?.next(from: &window, number: number)
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

    private mutating func noteVerbose(at location: Location) {
        strayDefects.append(
            CaptureDefect(
                id: "http-message.further-capture",
                message:
                    "expected a request line or a status line, found what curl -v writes; it is read as that to the end, "
                    + "put it in a file of its own",
                location: location))
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
