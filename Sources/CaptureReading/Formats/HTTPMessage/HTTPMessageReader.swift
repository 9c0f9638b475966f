/// Reads requests and responses that follow each other: a request takes the response behind it.
struct HTTPMessageReader: ExchangeReader {
    /// Reads the next exchange, or gives nil at the end.
    ///
    /// Two requests in a row are two exchanges, and a response without a request before it is one. Of interim
    /// responses the last counts, and only where no final one follows.
    mutating func next(from window: inout CaptureWindow) throws(CaptureError) -> Exchange? {
        var defects: [CaptureDefect] = []
        let start = try HTTPMessageReader.firstMessage(in: &window, defects: &defects)
        var request: HTTPMessage?
        var response: HTTPMessage?
        var end = start
        while let message = try HTTPMessage(at: end, in: &window, answering: request?.method) {
            if case .request = message.head.startLine {
                guard request == nil, response == nil else { break }
                request = message
            } else {
                if let response, !response.isInterim { break }
                response = message
            }
            end = message.end
        }
        guard end > start || !defects.isEmpty else {
            _ = window.take(end)
            return nil
        }
        defects += (request?.defects ?? []) + (response?.defects ?? [])
        let source = window.take(end)
        return Exchange(
            number: 1, source: source, request: request?.makeRequest(of: source),
            response: response?.makeResponse(of: source), defects: defects)
    }

    /// The offset of the first message, or of the end; what stands before it is a defect, unless it is blank lines.
    private static func firstMessage(
        in window: inout CaptureWindow, defects: inout [CaptureDefect]
    ) throws(CaptureError) -> Int {
        if let start = try window.messageStart(behind: 0, allowsCutLine: true) { return start }
        let start = try window.startLine(from: 0)
        defects.append(
            CaptureDefect(
                id: "http-message.stray-content",
                message:
                    "expected a request line or a status line, found \(start) other bytes; they are left out",
                place: window.place(0)))
        return start
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
    fileprivate func makeResponse(of source: ExchangeSource) -> Response? {
        guard case .response(let version, let status, let reason) = head.startLine else { return nil }
        return Response(
            status: status, reason: reason, httpVersion: version, fields: head.fields, body: makeBody(of: source),
            place: source.place(head.start))
    }

    /// The body, if the message has one.
    private func makeBody(of source: ExchangeSource) -> Body? {
        body.map { range in
            Body(bytes: source.slice(range), place: source.place(range.lowerBound), isTruncated: isTruncated)
        }
    }
}
