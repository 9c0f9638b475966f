internal import Redaction

/// A credential that stands in clear in a header of the request.
///
/// Cookies are another matter, and a value that was taken out before the capture was saved is none.
enum CredentialInHeader: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC001", name: "credential-in-header", severity: .high,
        summary: "A header of the request shows a credential in clear.",
        why: "Whoever gets the capture gets the account that the credential opens.",
        references: ["RFC 9110 §11.6.2", "CWE-522"],
        flagged: [
            """
            GET /v1beta/models HTTP/1.1
            x-goog-api-key: sk-walk-to-perth

            """,
            """
            GET /v1/models HTTP/1.1
            Authorization: Bearer sk-walk-to-perth

            """,
        ],
        clean: [
            """
            GET /v1beta/models HTTP/1.1
            x-goog-api-key: [redacted]

            """,
            """
            GET /v1/models HTTP/1.1
            Authorization: Bearer ********

            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.sentCredentials.compactMap { secret in
            guard case .requestHeader(let name) = secret.container else { return nil }
            return finding(
                "\(secret.kind.title) in clear in \(Excerpt(name.lowercased()))",
                where: LogicalPlace.secret(in: secret.container),
                at: secret.place)
        }
    }
}
