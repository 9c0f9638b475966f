internal import CaptureReading
internal import Redaction

/// A credential in the body of a call: in a prompt, in the arguments of a tool, in what a tool gave back.
enum SecretInBody: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC005", name: "secret-in-body", severity: .high,
        summary: "The body of a call to a model shows a credential.",
        why: "It was told to the provider, and to whoever reads the transcript; models repeat what they were told.",
        references: ["CWE-200", "https://genai.owasp.org/llmrisk/llm022025-sensitive-information-disclosure"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"functionCall": {"name": "login", "args": {"password": "walk-2-perth"}}}]}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"functionCall": {"name": "login", "args": {"password": "[hidden]"}}}]}]}
            """,
            """
            POST /login HTTP/1.1
            Content-Type: application/json

            {"password": "walk-2-perth"}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isConversation else { return [] }
        return exchange.secrets.compactMap { secret in
            guard case .json(_, let isResponse) = secret.container, secret.isCredential, secret.isDistinctive else {
                return nil
            }
            return finding(
                "\(secret.kind.title) in the body of the \(isResponse ? "response" : "request")",
                where: LogicalPlace.secret(in: secret.container), at: secret.place)
        }
    }
}
