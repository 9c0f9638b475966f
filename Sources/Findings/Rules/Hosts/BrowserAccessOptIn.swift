internal import CaptureReading

/// The header by which a client says that it knows it calls Anthropic's API from a page.
enum BrowserAccessOptIn: Rule {
    static let descriptor = RuleDescriptor(
        id: "HST007", name: "browser-access-opt-in", severity: .medium,
        summary: "The request asks to be let in from a browser, with anthropic-dangerous-direct-browser-access.",
        why: "The key is in the page: whoever opens it can read the key.",
        references: [
            "https://github.com/anthropics/anthropic-sdk-typescript",
            "https://simonwillison.net/2024/Aug/23/anthropic-dangerous-direct-browser-access",
        ],
        flagged: [
            """
            POST /v1/messages HTTP/1.1
            Host: api.anthropic.com
            anthropic-dangerous-direct-browser-access: true

            {}
            """
        ],
        clean: [
            """
            POST /v1/messages HTTP/1.1
            Host: api.anthropic.com
            anthropic-dangerous-direct-browser-access: false

            {}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let line = exchange.requestFields.first("anthropic-dangerous-direct-browser-access"),
            line.value.lowercased() == "true"
        else { return [] }
        return [
            finding("direct browser access asked for", where: LogicalPlace.requestHeader(line.name), at: line.place)
        ]
    }
}
