internal import ByteCoding
internal import JSONReading

/// One record of a log: a request with its response.
struct ExchangeLogRecord {
    private let source: ExchangeSource
    private let number: Int
    private let id: CaptureFormatID
    private let document: JSONDocument
    private var defects: [CaptureDefect] = []

    /// Reads the text of a record.
    init(_ source: ExchangeSource, number: Int, id: CaptureFormatID) {
        self.source = source
        self.number = number
        self.id = id
        document = JSONDocument(parsing: source.bytes)
    }

    /// The first record of a capture, as far as its head has it; nil where it begins with none.
    static func first(in head: ArraySlice<UInt8>) -> JSONValue? {
        let text = head.drop(while: \.isWhiteSpace)
        let root = JSONDocument(parsing: text).root
        guard let record = root?.isArray == true ? root?[0] : root, record["request"]?.isObject == true else {
            return nil
        }
        return record
    }

    /// Whether the text is a record, if only the beginning of one.
    var isExchange: Bool { document.root?["request"]?.isObject == true }

    /// What is wrong with the text; nil for JSON.
    var fault: String? { document.fault.map { fault in "\(fault)" } }

    /// The exchange that the record tells of.
    consuming func exchange() -> Exchange {
        let record = document.root
        if let fault = document.fault {
            report("record-not-json", "\(fault); what stands before it is read", at: fault.offset)
        }
        let sent = record?["request"]
        let received = record?["response"]
        let request = sent.flatMap { value in makeRequest(value, of: record) }
        let response = received.flatMap { value in makeResponse(value) }
        let started = ExchangeLogRecord.timestamp(sent?["timestamp"])
        let ended = ExchangeLogRecord.timestamp(received?["timestamp"])
        let measured = HTTPArchiveNumber.value(record?["duration_ms"]).flatMap { value in value >= 0 ? value : nil }
        let elapsed = started.flatMap { started in
            ended.map { ended in Double(ended.microseconds - started.microseconds) / 1_000 }
        }
        defects.sort { left, right in left.place.byte < right.place.byte }
        return Exchange(
            number: number, source: source, request: request, response: response, startedAt: started,
            duration: measured ?? elapsed.flatMap { value in value >= 0 ? value : nil },
            failure: record?["error"]?.filledString ?? received?["error"]?.filledString, defects: defects)
    }

    private mutating func makeRequest(_ value: JSONValue, of record: JSONValue?) -> Request? {
        guard value.isObject else { return nil }
        let url = value["url"].flatMap { url in url.filledString == nil ? nil : url }
        let path = value["path"]?.filledString
        let base = record?["upstream_base_url"]?.filledString
        let target = url?.filledString ?? path.map { path in ExchangeLogRecord.joined(base, path) }
        return Request(
            method: value["method"]?.filledString, target: target, hasURLTarget: url != nil || base != nil,
            targetPlace: target == nil ? nil : (url ?? value["path"]).map(source.place(of:)),
            fields: fields(value["headers"]), body: body(of: value), place: source.place(of: value))
    }

    private mutating func makeResponse(_ value: JSONValue) -> Response? {
        guard value.isObject else { return nil }
        let status = HTTPArchiveNumber.value(value["status_code"] ?? value["status"])
        return Response(
            status: status.flatMap { status in Int(exactly: status) }, reason: value["status_text"]?.filledString,
            fields: fields(value["headers"]), body: body(of: value), place: source.place(of: value))
    }

    private mutating func fields(_ value: JSONValue?) -> FieldLines {
        let fields = HTTPArchiveFields(value, in: source)
        if let place = fields.firstUnread {
            defects.append(
                CaptureDefect(
                    id: "\(id).header",
                    message: "expected headers as an object of names and values, found another form",
                    place: place))
        }
        return FieldLines(fields.lines)
    }

    /// The content of one side: a JSON value as it stands, a text, or the events of a stream.
    private func body(of side: JSONValue) -> Body? {
        for name in ["body", "body_raw"] {
            guard let value = side[name], !value.isNull else { continue }
            if value.kind != .string {
                return Body(bytes: value.rawBytes, place: source.place(value.byteRange.lowerBound))
            }
            let text = value.string ?? ""
            if text.isEmpty { continue }
            return Body(bytes: Array(text.utf8)[...], place: source.place(of: value), escapes: EscapeMap(value))
        }
        if let stream = ExchangeLogStream(side["sse_events"]) { return stream.body(in: source) }
        guard let empty = side["body"] ?? side["body_raw"], empty.kind == .string else { return nil }
        return Body(bytes: [], place: source.place(of: empty))
    }

    /// A path behind the base of the server, with one slash between.
    private static func joined(_ base: String?, _ path: String) -> String {
        guard var base = base?.utf8[...], URLComponents(splitting: path).scheme == nil else { return path }
        while base.last == UInt8(ascii: "/") { base = base.dropLast() }
        return String(Substring(base)) + (path.utf8.first == UInt8(ascii: "/") ? "" : "/") + path
    }

    /// The moment of a number of seconds, or of a text.
    private static func timestamp(_ value: JSONValue?) -> Timestamp? {
        guard let value else { return nil }
        if let text = value.string { return Timestamp(lenient: text) }
        return value.numberLexeme.flatMap(Timestamp.init(secondsSince1970:))
    }

    private mutating func report(_ name: String, _ message: String, at offset: Int) {
        defects.append(CaptureDefect(id: "\(id).\(name)", message: message, place: source.place(offset)))
    }
}
