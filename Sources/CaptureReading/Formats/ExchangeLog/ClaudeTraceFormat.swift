internal import JSONReading

/// The log of claude-trace, and of what writes the same: an object for each request with its response, one a line.
///
///     {"request": {"timestamp": 1748.5, "method": "POST", "url": "https://…", "headers": {}, "body": {}},
///      "response": {"timestamp": 1751.2, "status_code": 200, "headers": {}, "body_raw": "event: …"}, "logged_at": "…"}
///
/// https://github.com/badlogic/lemmy/tree/main/apps/claude-trace
enum ClaudeTraceFormat: CaptureFormat {
    /// The name `claude-trace`.
    static let id = CaptureFormatID.claudeTrace

    /// Content is logged decoded, beside headers that still name the codings.
    static let storage = BodyStorage.decoded

    /// Certain for an object with a request that has a URL, and beside it a method, headers or a body.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        guard let record = ExchangeLogRecord.first(in: head), let request = record["request"], record["log"] == nil,
            request["url"]?.kind == .string, request["httpVersion"] == nil
        else { return .none }
        return ["method", "headers", "body"].contains { name in request[name] != nil } ? .certain : .none
    }

    /// A reader of records.
    static func makeReader() -> any ExchangeReader {
        ExchangeLogReader(id: id)
    }
}

extension CaptureFormatID {
    /// The log of claude-trace.
    public static let claudeTrace = CaptureFormatID(rawValue: "claude-trace")
}
