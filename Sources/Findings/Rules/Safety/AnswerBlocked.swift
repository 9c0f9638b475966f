internal import CaptureReading
internal import Conversation

/// An answer that a filter refused or cut off.
enum AnswerBlocked: Rule {
    static let descriptor = RuleDescriptor(
        id: "SAF007", name: "answer-blocked", severity: .medium,
        summary: "A filter blocked the prompt, or ended the answer.",
        why: "It explains an answer that is empty or breaks off.",
        references: [
            "https://ai.google.dev/api/generate-content#FinishReason",
            "https://ai.google.dev/api/generate-content#BlockReason",
        ],
        flagged: [
            """
            HTTP/1.1 200 OK

            {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}
            """,
            """
            HTTP/1.1 200 OK

            {"candidates": [{"finishReason": "IMAGE_SAFETY"}]}
            """,
        ],
        clean: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"text": "hi"}]}, "finishReason": "STOP"}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let answer = exchange.answer else { return [] }
        var found: [Finding] = []
        if let reason = answer.blockReason {
            found.append(
                finding(
                    "prompt blocked: \(Excerpt(reason))", where: "answer.prompt_feedback",
                    at: answer.blockReasonPlace))
        }
        for (index, message) in answer.messages.enumerated() {
            guard let reason = message.finishReason, reason.unified == .contentFilter else { continue }
            found.append(
                finding(
                    "answer ended by a filter: \(Excerpt(reason.raw))",
                    where: "answer.messages[\(index)].finish_reason",
                    at: message.parts.last?.place ?? exchange.response?.body?.place))
        }
        return found
    }
}
