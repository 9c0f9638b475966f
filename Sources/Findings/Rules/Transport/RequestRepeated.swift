internal import CaptureReading

/// A request that was sent again after it had failed.
struct RequestRepeated: SessionRule {
    static let descriptor = RuleDescriptor(
        id: "HTT009", name: "request-repeated", severity: .low,
        summary: "A request was sent again, byte for byte, after it had failed.",
        why: "Retries add up: they cost time, count against limits, and may be charged twice.",
        references: ["RFC 9110 §9.2.2", "RFC 9110 §10.2.3", "RFC 6585 §4"],
        flagged: [
            """
            GET /v1/models HTTP/1.1
            Host: api.example

            HTTP/1.1 503 Service Unavailable
            Content-Length: 0

            GET /v1/models HTTP/1.1
            Host: api.example

            HTTP/1.1 200 OK
            Content-Length: 0

            """
        ],
        clean: [
            """
            GET /v1/models HTTP/1.1
            Host: api.example

            HTTP/1.1 200 OK
            Content-Length: 0

            GET /v1/models HTTP/1.1
            Host: api.example

            HTTP/1.1 200 OK
            Content-Length: 0

            """
        ])

    /// What makes two requests the same.
    private struct Key: Hashable {
        var method: String?
        var target: ByteSummary
        var host: String?
        var body: ByteSummary?
    }

    /// A request that failed.
    private struct Failure {
        var exchange: Int
        var words: String
        var attempts: Int
    }

    private var failures = RecentTable<Key, Failure>()

    mutating func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let request = exchange.request, let target = request.target else { return [] }
        let key = Key(
            method: request.method, target: ByteSummary(target), host: request.host,
            body: request.body.map { body in ByteSummary(body.bytes) })
        let earlier = failures[key]
        failures[key] = RequestRepeated.failure(of: exchange).map { words in
            Failure(exchange: exchange.exchange.number, words: words, attempts: (earlier?.attempts ?? 0) + 1)
        }
        guard let earlier else { return [] }
        return [
            RequestRepeated.finding(
                "attempt \(earlier.attempts + 1), exchange \(earlier.exchange) had \(earlier.words)", where: "request",
                at: request.place)
        ]
    }

    /// How an exchange failed in a way that a further attempt may mend; nil where it did not.
    private static func failure(of exchange: InspectedExchange) -> String? {
        guard let response = exchange.response else { return exchange.exchange.failure == nil ? nil : "no response" }
        guard let status = response.status else { return nil }
        return status == 408 || status == 429 || (500...599).contains(status) ? "status \(status)" : nil
    }
}
