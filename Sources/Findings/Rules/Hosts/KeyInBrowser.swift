internal import CaptureReading
internal import Redaction

/// A key in a request that a browser sent from a page of another site.
///
/// Only the browser's own word counts that the call crosses sites. A token that wards off forgery opens nothing and is
/// no key.
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
            GET /v1/models HTTP/1.1
            Sec-Fetch-Site: cross-site
            Authorization: Bearer sk-walk-to-perth

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
            Host: relay.example
            Origin: https://page.example
            x-goog-api-key: sk-walk-to-perth

            """,
            """
            GET /v1beta/models HTTP/1.1
            Sec-Fetch-Site: cross-site
            x-csrf-token: walk-to-perth

            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let line = exchange.requestFields.first("sec-fetch-site"), line.value.lowercased() == "cross-site",
            exchange.secrets.contains(where: isSentKey)
        else { return [] }
        return [
            finding(
                "cross-site browser call with a raw key", where: LogicalPlace.requestHeader(line.name), at: line.place)
        ]
    }

    /// Whether a secret is a credential in a header of the request.
    ///
    /// One that was taken out of the capture was in the page all the same.
    private static func isSentKey(_ secret: Secret) -> Bool {
        guard case .requestHeader = secret.container else { return false }
        return secret.isCredential
    }
}
