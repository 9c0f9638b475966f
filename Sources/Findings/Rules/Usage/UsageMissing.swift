internal import CaptureReading
internal import Conversation

/// A whole answer that does not say how many tokens it took.
enum UsageMissing: Rule {
    static let descriptor = RuleDescriptor(
        id: "USE002", name: "usage-missing", severity: .low,
        summary: "The answer does not say how many tokens went in or came out.",
        why: "Nobody can tell what it cost; many APIs count a stream only when they are asked to.",
        references: [
            "https://platform.openai.com/docs/api-reference/chat/create#chat-create-stream_options",
            "https://ai.google.dev/api/generate-content#UsageMetadata",
        ],
        flagged: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"text": "hi"}]}, "finishReason": "STOP"}]}
            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"text": "hi"}]}, "finishReason": "STOP"}],
             "usageMetadata": {"promptTokenCount": 2, "candidatesTokenCount": 3, "totalTokenCount": 5}}
            """,
            """
            HTTP/1.1 400 Bad Request

            {"error": {"code": 400, "message": "no", "status": "INVALID_ARGUMENT"}}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        // A stream that was cut ends before its count.
        guard let answer = exchange.answer, answer.isComplete, answer.error == nil, !answer.messages.isEmpty else {
            return []
        }
        let place = answer.usagePlace ?? exchange.response?.body?.place
        guard let tokens = answer.tokens else { return [finding("no token counts", where: "answer.usage", at: place)] }
        let missing = [("input", tokens.input), ("output", tokens.output)].filter { count in count.1 == nil }.map(\.0)
        guard !missing.isEmpty else { return [] }
        return [
            finding("no count of \(missing.joined(separator: " and ")) tokens", where: "answer.usage", at: place)
        ]
    }
}
