internal import ByteCoding
internal import JSONReading

/// Reads one entry of an archive.
///
/// Whatever is missing, null or of another type than the specification has is absent from the exchange; what was there
/// and could not be read is a defect.
struct HTTPArchiveEntry {
    private let source: ExchangeSource
    private let number: Int
    private let document: JSONDocument
    private var defects: [CaptureDefect] = []

    /// Reads the text of an entry.
    init(_ source: ExchangeSource, number: Int) {
        self.source = source
        self.number = number
        document = JSONDocument(parsing: source.bytes)
    }

    /// Whether the whole text is one JSON value.
    var isSound: Bool { document.isComplete }

    /// Whether it has no member.
    var isEmpty: Bool { document.root?.count == 0 }

    /// The exchange that the entry tells of.
    consuming func exchange() -> Exchange {
        let entry = document.root
        if let fault = document.fault {
            let lost = source.bytes.count - fault.offset
            let rest = lost > 0 ? ", and \(lost) bytes from there on are passed over" : ""
            report("entry-not-json", "\(fault); what stands before it is read\(rest)", at: fault.offset)
        }
        let request = entry?["request"].flatMap { request in makeRequest(request) }
        if request == nil {
            report("no-request", "expected an object as the request of an entry, found none", at: 0)
        }
        let response = entry.flatMap { entry in makeResponse(entry["response"], of: entry) }
        let started = entry?["startedDateTime"]
        let startedAt = started?.string.flatMap(Timestamp.init(lenient:))
        if let started, startedAt == nil, !started.isNull {
            report(
                "date", "expected a date and time such as 2025-09-10T03:30:02.361Z, found another text",
                at: started.contentRange.lowerBound)
        }
        let duration = HTTPArchiveNumber.value(entry?["time"]).flatMap { time in time >= 0 ? time : nil }
        defects.sort { left, right in left.place.byte < right.place.byte }
        return Exchange(
            number: number, source: source, request: request, response: response, startedAt: startedAt,
            duration: duration, failure: failure(of: entry), defects: defects)
    }

    private mutating func makeRequest(_ value: JSONValue) -> Request? {
        guard value.isObject else { return nil }
        let url = value["url"]?.filledString
        let fields = fields(value["headers"])
        let body = requestBody(of: value, fields: fields)
        return Request(
            method: value["method"]?.string, target: url, hasURLTarget: true,
            targetPlace: url == nil ? nil : value["url"].map(source.place(of:)),
            httpVersion: value["httpVersion"]?.filledString,
            fields: fields, body: body, place: source.place(of: value))
    }

    /// The content of a request: HTTP Toolkit keeps what is no text beside `postData`, where HAR has no place for it.
    private mutating func requestBody(of value: JSONValue, fields: FieldLines) -> Body? {
        var content = HTTPArchiveContent(value["postData"], fields: fields, in: source)
        var body = content?.requestBody()
        defects += content?.defects ?? []
        if body.isEmpty, var other = HTTPArchiveContent(value["_content"], fields: fields, in: source) {
            var bytes = other.responseBody(of: nil)
            if bytes?.declaredType == nil { bytes?.declaredType = body?.declaredType }
            body = bytes ?? body
            defects += other.defects
        }
        return discarded(body, value["_requestBodyStatus"])
    }

    private mutating func makeResponse(_ value: JSONValue?, of entry: JSONValue) -> Response? {
        guard let value, value.isObject else {
            // The messages came back all the same.
            return messagesBody(of: entry, beside: nil).map { body in Response(body: body, place: body.place) }
        }
        let status = HTTPArchiveNumber.value(value["status"]).flatMap { status in Int(exactly: status) }
        if let found = value["status"], status == nil, !found.isNull {
            report("status", "expected a whole number as the status, found none", at: found.contentRange.lowerBound)
        }
        let fields = fields(value["headers"])
        var content = HTTPArchiveContent(value["content"], fields: fields, in: source)
        let isExpected =
            status.map { status in 200...299 ~= status && ![204, 205].contains(status) } ?? false
            && entry["request"]?["method"]?.string != "HEAD"
        let stored = content?.responseBody(of: entry, isExpected: isExpected)
        defects += content?.defects ?? []
        let reason = value["_responseBodyStatus"] ?? value["content"]?["_responseBodyStatus"]
        let body = messagesBody(of: entry, beside: stored) ?? discarded(stored, reason ?? entry["_responseBodyStatus"])
        return Response(
            status: status, reason: value["statusText"]?.filledString, httpVersion: value["httpVersion"]?.filledString,
            fields: fields, body: body, place: source.place(of: value))
    }

    /// The messages of a WebSocket as the content of the response that opened it; nil where there are none, or other
    /// content.
    private mutating func messagesBody(of entry: JSONValue, beside stored: Body?) -> Body? {
        guard let messages = HTTPArchiveMessages(entry["_webSocketMessages"], in: source) else { return nil }
        guard stored.isEmpty else {
            let message = "expected the messages of a WebSocket as the only content, found other content too; of the "
            defects.append(
                CaptureDefect(
                    id: "har.messages", message: message + "\(messages.count) messages none is read",
                    place: messages.place))
            return nil
        }
        if messages.damagedCount > 0 {
            let message = "expected a direction and data in each of the \(messages.count) messages of a WebSocket, "
            defects.append(
                CaptureDefect(
                    id: "har.messages",
                    message: message + "found \(messages.damagedCount) without; what there is of them is kept",
                    place: messages.place))
        }
        var body = messages.body
        body.declaredType = stored?.declaredType
        return body
    }

    /// A body, or why it is not there, as HTTP Toolkit tells it: `discarded:too-large`.
    private func discarded(_ body: Body?, _ status: JSONValue?) -> Body? {
        guard body.isEmpty, let status, let words = status.filledString else { return body }
        let reasons = [
            "discarded:too-large": "HTTP Toolkit leaves out content of more than 500 KB",
            "discarded:not-representable": "HTTP Toolkit leaves out content that is no text",
            "discarded:not-decodable": "HTTP Toolkit could not decode it",
        ]
        let reason = reasons[words] ?? "its recorder left it out"
        let fault = BodyFault(.bodyMissing, "expected content in the archive, found \"\(words)\"; \(reason)")
        var missing = Body(bytes: [], place: source.place(of: status), fault: fault)
        missing.declaredType = body?.declaredType
        return missing
    }

    private mutating func fields(_ value: JSONValue?) -> FieldLines {
        let fields = HTTPArchiveFields(value, in: source)
        if let place = fields.firstUnread {
            defects.append(
                CaptureDefect(
                    id: "har.header", message: "expected headers as objects with name and value, found another form",
                    place: place))
        }
        return FieldLines(fields.lines)
    }

    /// What the recorder says of a request that failed: Chrome and mitmproxy name it `_error`, Playwright `_failureText`.
    private func failure(of entry: JSONValue?) -> String? {
        let response = entry?["response"]
        let words = [
            response?["_error"], response?["_failureText"], entry?["_failureText"], entry?["_error"],
        ]
        return words.lazy.compactMap { value in value?.filledString }.first
    }

    private mutating func report(_ id: String, _ message: String, at offset: Int) {
        defects.append(CaptureDefect(id: "har." + id, message: message, place: source.place(offset)))
    }
}

extension Body? {
    /// Whether there are no bytes, and no file that has them.
    fileprivate var isEmpty: Bool {
        map { body in body.bytes.isEmpty && body.attachmentName == nil } ?? true
    }
}
