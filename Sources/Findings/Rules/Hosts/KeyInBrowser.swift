internal import CaptureReading
internal import Redaction

/// A key in a request that a browser sent from a page of another site.
enum KeyInBrowser: Rule {
    static let descriptor = RuleDescriptor(
        id: "HST006", name: "key-in-browser", severity: .low,
        summary: "A page of another site called the API with a key of its own.",
        why: "Every script of that page, and whoever opens its developer tools, can read the key.",
        references: [
            "https://www.w3.org/TR/fetch-metadata",
            "https://cloud.google.com/docs/authentication/api-keys-best-practices",
        ],
        flagged: [
            """
            GET /v1beta/models HTTP/1.1
            Sec-Fetch-Site: cross-site
            x-goog-api-key: sk-walk-to-perth

            """,
            """
            GET /v1beta/models HTTP/1.1
            Host: relay.example
            Origin: https://page.example
            x-goog-api-key: sk-walk-to-perth

            """,
        ],
        clean: [
            """
            GET /v1beta/models HTTP/1.1
            Sec-Fetch-Site: same-origin
            x-goog-api-key: sk-walk-to-perth

            """,
            """
            GET /v1beta/models HTTP/1.1
            Sec-Fetch-Site: cross-site

            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        // A key that was taken out of the capture was in the page all the same.
        let hasKey = exchange.secrets.contains { secret in
            guard case .requestHeader = secret.container else { return false }
            return secret.kind == .key || secret.kind == .token
        }
        guard hasKey, let line = sign(in: exchange) else { return [] }
        return [
            finding(
                "cross-site browser call with a raw key", where: LogicalPlace.requestHeader(line.name), at: line.place)
        ]
    }

    /// The header line that says that the call crosses sites; `Origin` counts where the browser does not say it itself.
    private static func sign(in exchange: InspectedExchange) -> FieldLine? {
        let fields = exchange.requestFields
        if let line = fields.first("sec-fetch-site") { return line.value.lowercased() == "cross-site" ? line : nil }
        guard let line = fields.first("origin"), let origin = URLComponents(splitting: line.value).host else {
            return nil
        }
        return origin == exchange.request?.host ? nil : line
    }
}
