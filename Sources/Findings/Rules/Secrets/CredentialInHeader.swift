internal import Redaction

/// A credential that stands in clear in a header of the request.
///
/// Cookies and the tokens that guard forms are another matter; a value that was taken out before the capture was saved
/// is none, and so is an ordinary word in a header that only sounds like one.
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
            """
            POST /v1/chat HTTP/1.1
            X-CSRF-Token: walk-to-perth-2
            X-Idempotency-Key: walk-to-perth-2
            X-Auth-Mode: required

            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.sentCredentials.compactMap { secret in
            guard case .requestHeader(let name) = secret.container, secret.isDistinctive else { return nil }
            return finding(
                "\(secret.kind.title) in clear in \(Excerpt(name.lowercased()))",
                where: LogicalPlace.secret(in: secret.container),
                at: secret.place)
        }
    }
}
