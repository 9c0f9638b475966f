internal import JSONReading

/// The log of claude-tap: an object for each request with its response, one a line, with the path in place of a URL.
///
///     {"turn": 1, "duration_ms": 8648, "upstream_base_url": "https://…", "request": {"method": "POST", "path": "/v1/…",
///      "headers": {}, "body": {}}, "response": {"status": 200, "headers": {}, "body": {}, "sse_events": []}}
///
/// https://github.com/liaohch3/claude-tap
enum ClaudeTapFormat: CaptureFormat {
    /// The name `claude-tap`.
    static let id = CaptureFormatID.claudeTap

    /// Content is logged decoded, beside headers that still name the codings.
    static let storage = BodyStorage.decoded

    /// Certain for an object with a request that has a path, and beside it a method and headers or a body.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        guard let record = ExchangeLogRecord.first(in: head), let request = record["request"],
            request["path"]?.kind == .string, request["url"]?.kind != .string, request["method"] != nil,
            request["httpVersion"] == nil
        else { return .none }
        return ["headers", "body"].contains { name in request[name] != nil } ? .certain : .none
    }

    /// A reader of records.
    static func makeReader() -> any ExchangeReader {
        ExchangeLogReader(id: id)
    }
}

extension CaptureFormatID {
    /// The log of claude-tap.
    public static let claudeTap = CaptureFormatID(rawValue: "claude-tap")
}
