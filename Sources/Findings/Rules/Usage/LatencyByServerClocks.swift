internal import CaptureReading

/// The time between two moments that servers wrote into the answer: all that is known of time where a capture has no
/// timings.
enum LatencyByServerClocks: Rule {
    static let descriptor = RuleDescriptor(
        id: "USE003", name: "latency-by-server-clocks", severity: .info,
        summary: "The servers' clocks tell how long the answer took.",
        why: "It is the only timing of a capture that has none; Date has steps of a second.",
        references: ["RFC 9110 §6.6.1", "RFC 3339 §5.6"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Date: Wed, 01 Jan 2025 00:00:02 GMT

            {"candidates": [], "modelVersion": "m", "createTime": "2025-01-01T00:00:00.5Z"}
            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            Date: Wed, 01 Jan 2025 00:00:02 GMT

            {"candidates": [], "modelVersion": "m"}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let latency = exchange.serverLatency else { return [] }
        return [
            finding(
                "\(Tenths(thousandths: latency.milliseconds)) s from \(latency.from)", where: "answer.latency",
                at: exchange.responseFields.first("date")?.place)
        ]
    }
}
