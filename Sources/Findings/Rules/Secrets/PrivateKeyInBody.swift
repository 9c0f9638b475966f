internal import CaptureReading
internal import Redaction

/// A private key in a body: of a service account, of a server, of a person.
enum PrivateKeyInBody: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC010", name: "private-key-in-body", severity: .critical,
        summary: "A body shows a private key.",
        why: "Whoever has it is the account or the server that it belongs to, until the key is replaced.",
        references: ["RFC 7468 §10", "CWE-321"],
        flagged: [
            #"""
            POST /v1/keys HTTP/1.1
            Content-Type: application/json

            {"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\nwalk2perth\n-----END PRIVATE KEY-----\n"}
            """#,
            """
            POST /upload HTTP/1.1
            Content-Type: text/plain

            -----BEGIN PRIVATE KEY-----
            walk2perth
            -----END PRIVATE KEY-----
            """,
        ],
        clean: [
            #"""
            POST /v1/keys HTTP/1.1
            Content-Type: application/json

            {"public_key": "-----BEGIN PUBLIC KEY-----\nwalk2perth\n-----END PUBLIC KEY-----\n"}
            """#,
            #"""
            POST /v1/keys HTTP/1.1
            Content-Type: application/json

            {"type": "service_account", "private_key": "[redacted]"}
            """#,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.secrets.compactMap { secret in
            guard case .json(_, let isResponse) = secret.container, isPrivateKey(secret.value) else { return nil }
            return finding(
                "private key in the body of the \(isResponse ? "response" : "request")",
                where: LogicalPlace.secret(in: secret.container), at: secret.place)
        }
    }

    /// Whether a value is a key in the textual encoding, its label being `PRIVATE KEY` or `RSA PRIVATE KEY` and the like.
    private static func isPrivateKey(_ value: String) -> Bool {
        let head = value.utf8.prefix(64)
        guard head.starts(with: "-----BEGIN ".utf8) else { return false }
        return String(Substring(head)).contains("PRIVATE KEY")
    }
}
