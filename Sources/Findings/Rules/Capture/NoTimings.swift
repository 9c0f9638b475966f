internal import CaptureReading

/// A request of which the capture says neither when it was sent, nor how long it took, nor by which version of HTTP.
///
/// Raw messages have no place for times; their version line alone keeps them from being told of.
enum NoTimings: Rule {
    static let descriptor = RuleDescriptor(
        id: "CAP004", name: "no-timings", severity: .low,
        summary: "The capture does not say when the request was sent, how long it took, or by which version of HTTP.",
        why: "Nobody can tell where the time went; no waterfall can be drawn.",
        references: ["http://www.softwareishard.com/blog/har-12-spec/#timings"],
        flagged: [
            """
            # request

            ## HEADERS
            URL
            https://relay.example/v1/models
            HEADERS
            Accept:
            */*
            """
        ],
        clean: [
            """
            GET /v1/models HTTP/1.1
            Host: relay.example

            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let request = exchange.request, request.httpVersion == nil, exchange.response?.httpVersion == nil,
            exchange.exchange.startedAt == nil, exchange.exchange.duration == nil
        else { return [] }
        return [finding("no HTTP version, no request time, no timings", where: "exchange.timings", at: request.place)]
    }
}
