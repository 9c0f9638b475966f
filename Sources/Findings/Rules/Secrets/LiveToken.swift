internal import CaptureReading
internal import Redaction

/// A secret in the shape that a provider gives its live tokens.
///
/// The place does not matter: a token of such a shape is one wherever it was found.
enum LiveToken: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC002", name: "live-token", severity: .critical,
        summary: "A secret has the shape of a token that a provider issues.",
        why: "Whoever reads the capture can use it until it is revoked.",
        references: [
            "https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns",
            "CWE-798",
        ],
        flagged: [
            """
            GET /v1/models HTTP/1.1
            Authorization: Bearer gsk_walk2perth3walk2perth3walk2perth3walk2perth3

            """,
            """
            GET /v1/models HTTP/1.1
            x-api-key: sk-ant-api03-walk-2-perth-walk-2-perth-walk-2-perth-walk-2-perth

            """,
            """
            POST /v1/chat/completions HTTP/1.1

            {"messages": [{"role": "user", "content": "Why is gsk_walk2perth3walk2perth3walk2perth3walk2perth3 refused?"}]}
            """,
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": "gsk_walk"}}]}

            data: {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": "2perth3walk2perth3"}}]}

            data: {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": "walk2perth3walk2perth3"}}]}

            """,
        ],
        clean: [
            """
            GET /v1/models HTTP/1.1
            Authorization: Bearer sk-walk-to-perth

            """,
            """
            GET /v1/models HTTP/1.1
            x-api-key: sk-ant-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx

            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.secrets.compactMap { secret in
            guard !secret.isBlanked, let shape = TokenShape.shape(of: secret.value) else { return nil }
            return finding(
                "\(shape.title) in clear", where: LogicalPlace.secret(in: secret.container), at: secret.place)
        }
    }
}
