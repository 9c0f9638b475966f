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
        let response = entry?["response"].flatMap { response in makeResponse(response, of: entry) }
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
        let content = HTTPArchiveContent(value["postData"], fields: fields, in: source)
        return Request(
            method: value["method"]?.string, target: url, hasURLTarget: true,
            targetPlace: url == nil ? nil : value["url"].map(source.place(of:)),
            httpVersion: value["httpVersion"]?.filledString,
            fields: fields, body: content?.requestBody(), place: source.place(of: value))
    }

    private mutating func makeResponse(_ value: JSONValue, of entry: JSONValue?) -> Response? {
        guard value.isObject else { return nil }
        let status = HTTPArchiveNumber.value(value["status"]).flatMap { status in Int(exactly: status) }
        if let found = value["status"], status == nil, !found.isNull {
            report("status", "expected a whole number as the status, found none", at: found.contentRange.lowerBound)
        }
        let fields = fields(value["headers"])
        let content = HTTPArchiveContent(value["content"], fields: fields, in: source)
        return Response(
            status: status, reason: value["statusText"]?.filledString, httpVersion: value["httpVersion"]?.filledString,
            fields: fields,
            body: content?.responseBody(of: entry), place: source.place(of: value))
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
