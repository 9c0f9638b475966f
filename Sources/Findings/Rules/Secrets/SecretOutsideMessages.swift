internal import CaptureReading
internal import Redaction

/// A credential in the text of the capture that no message has: in a variable before a command, in an option of it, in a
/// remark, in what a recorder notes about an exchange.
enum SecretOutsideMessages: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC014", name: "secret-outside-messages", severity: .high,
        summary: "The capture shows a credential outside of its messages.",
        why: "Whoever gets the file gets the account, though the credential is no part of the traffic.",
        references: ["CWE-312", "CWE-532"],
        flagged: [
            """
            curl --variable API_KEY=walk-7-to-perth-9 https://relay.example/v1/models
            """
        ],
        clean: [
            """
            curl --variable %API_KEY https://relay.example/v1/models
            """,
            """
            curl --variable API_KEY=[hidden] https://relay.example/v1/models
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.secrets.compactMap { secret in
            guard case .surroundings(let name) = secret.container, secret.isCredential, secret.isDistinctive else {
                return nil
            }
            let title = "\(secret.kind.title) in clear outside of the messages"
            return finding(
                name.isEmpty ? title : "\(title), in \(Excerpt(name))",
                where: LogicalPlace.secret(in: secret.container), at: secret.place)
        }
    }
}
