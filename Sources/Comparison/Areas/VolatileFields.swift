/// The header lines that are not compared: they say when and over which connection an exchange went, or how its content
/// was framed, and differ between two runs of one session.
public enum VolatileFields {
    /// Names in lower case; one that ends with `*` stands for all names that begin so.
    public static let names = [
        "age", "alt-svc", "anthropic-ratelimit-*", "baggage", "cf-cache-status", "cf-ray", "connection",
        "content-encoding", "content-length", "date", "etag", "expires", "host", "idempotency-key", "if-modified-since",
        "if-none-match", "keep-alive", "last-modified", "nel", "openai-processing-ms", "ratelimit-*", "report-to",
        "reporting-endpoints", "request-id", "retry-after", "sec-websocket-accept", "sec-websocket-key", "sentry-trace",
        "server-timing", "te", "traceparent", "tracestate", "transfer-encoding", "x-amz-cf-id", "x-amz-date",
        "x-amzn-bedrock-input-token-count", "x-amzn-bedrock-invocation-latency", "x-amzn-bedrock-output-token-count",
        "x-amzn-requestid", "x-amzn-trace-id", "x-b3-*", "x-client-request-id", "x-cloud-trace-context",
        "x-correlation-id", "x-datadog-*", "x-envoy-upstream-service-time", "x-ratelimit-*", "x-request-id",
        "x-runtime",
        "x-stainless-retry-count", "x-trace-id",
    ]

    /// What else of an exchange is not compared, in words.
    public static let members = ["ids of answers and of tool calls", "times of answers", "signatures of thoughts"]

    private static let exact = Set(names.filter { name in !name.hasSuffix("*") })
    private static let beginnings = names.filter { name in name.hasSuffix("*") }.map { name in name.dropLast() }

    /// Whether lines of a name are not compared; the name is in lower case.
    static func isVolatile(_ name: String) -> Bool {
        exact.contains(name) || beginnings.contains { beginning in name.hasPrefix(beginning) }
    }
}
