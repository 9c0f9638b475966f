internal import Redaction

/// A credential that stands in a URL: of the request, or of a header that names one.
///
/// Parameters with ordinary names (`state`, `code`, `key`) count where their values look issued.
enum CredentialInURL: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC003", name: "credential-in-url", severity: .high,
        summary: "A URL shows a credential in its user information, its query or its fragment.",
        why: "URLs are written to the logs of every server and proxy on the way, and are passed on in Referer.",
        references: ["RFC 9110 §17.9", "CWE-598"],
        flagged: [
            """
            GET /v1beta/models?key=sk-walk-to-perth HTTP/1.1
            Host: relay.example

            """,
            """
            GET /logo.svg HTTP/1.1
            Referer: https://relay.example/?access_token=walk-to-perth

            """,
        ],
        clean: [
            """
            GET /v1beta/models?key=REDACTED HTTP/1.1
            Host: relay.example

            """,
            """
            GET /v1beta/models?pageSize=50 HTTP/1.1
            Referer: https://relay.example/?page=models

            """,
            """
            GET /issues?state=closed&key=in-progress HTTP/1.1
            Host: relay.example

            """,
            """
            GET /widget.js#channel=f122a5f2c20fa44 HTTP/1.1
            Host: relay.example

            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.secrets.compactMap { secret in
            guard secret.isDistinctive, !secret.isGuess, let container = container(of: secret) else { return nil }
            return finding(
                "\(secret.kind.title) in clear in \(container)", where: LogicalPlace.secret(in: secret.container),
                at: secret.place)
        }
    }

    /// What piece of which URL a secret stands in, or nil when it stands in none.
    private static func container(of secret: Secret) -> String? {
        switch secret.container {
        case .query: "the URL's parameters"
        case .userInformation: "the URL's user information"
        // The request's URL once more.
        case .url(header: ":path", _): nil
        case .url(let header, _): "the URL in \(Excerpt(header.lowercased()))"
        case .requestHeader, .responseHeader, .json, .surroundings: nil
        }
    }
}
