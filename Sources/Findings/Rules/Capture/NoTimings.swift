internal import CaptureReading

/// A request of which the capture does not say when it was sent and how long it took.
enum NoTimings: Rule {
    static let descriptor = RuleDescriptor(
        id: "CAP004", name: "no-timings", severity: .low,
        summary: "The capture does not say when the request was sent, how long it took, or by which version of HTTP.",
        why: "Nobody can tell where the time went; no waterfall can be drawn.",
        references: ["http://www.softwareishard.com/blog/har-12-spec/#timings"],
        flagged: [
            """
            GET /v1/models HTTP/1.1
            Host: relay.example

            """
        ],
        clean: [
            """
            data: {"a": 1}


            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let request = exchange.request else { return [] }
        let hasVersion = request.httpVersion != nil || exchange.response?.httpVersion != nil
        let missing = (hasVersion ? [] : ["no HTTP version"]) + ["no request time", "no timings"]
        return [finding(missing.joined(separator: ", "), where: "exchange.timings", at: request.place)]
    }
}
