/// Headers that no list has: gateways take keys in headers of any name.
enum UnknownHeaders {
    /// Whether a header of a request may hold a secret: one that somebody made up, whose name says nothing else.
    static func mayHoldSecret(_ name: String) -> Bool {
        let words = name.lowercased().split(whereSeparator: { character in character == "-" || character == "_" })
        return words.first == "x" && words.count > 1 && !words.contains { word in plainWords.contains(String(word)) }
    }

    /// Words in the names of headers that hold something else.
    private static let plainWords: Set<String> = [
        "id", "ids", "version", "trace", "traceid", "span", "spanid", "client", "device", "agent", "host", "forwarded",
        "ip", "for", "proto", "stainless", "data", "rev", "hash", "build", "language", "lang", "app", "platform",
        "timezone", "time", "timestamp", "date", "referer", "referrer", "url", "uri", "path", "method", "cache", "etag",
        "country", "region", "requested", "request", "runtime", "os", "arch", "name", "model", "type", "format",
        "sha256",
        "content", "range", "length", "expires", "context", "b3", "datadog", "correlation", "transaction", "user", "tz",
        "experiment", "variant", "features", "flags", "limit", "remaining", "reset", "retry", "count", "browser",
        "title",
    ]
}
