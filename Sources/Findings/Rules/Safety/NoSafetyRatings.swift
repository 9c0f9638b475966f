internal import CaptureReading
internal import Conversation
internal import JSONReading

/// An answer of the Gemini API without a word of what its filters thought.
enum NoSafetyRatings: Rule {
    static let descriptor = RuleDescriptor(
        id: "SAF008", name: "no-safety-ratings", severity: .info,
        summary: "The answer has no safety ratings.",
        why: "Nobody can tell what the filters made of it; ratings are missing where filters are off.",
        references: ["https://ai.google.dev/api/generate-content#SafetyRating"],
        flagged: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"finishReason": "STOP"}]}
            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"finishReason": "STOP", "safetyRatings": []}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isGemini, let answer = exchange.answer, !answer.messages.isEmpty else { return [] }
        let ofAnswer = answer.messages.flatMap { message in message.details.map(\.name) }
        let ofPrompt = answer.promptFeedback?.members.map(\.name) ?? []
        guard !(ofAnswer + ofPrompt).contains(where: names.contains) else { return [] }
        return [
            finding("no safety ratings in the answer", where: "answer.messages", at: exchange.response?.body?.place)
        ]
    }

    private static let names: Set = ["safetyRatings", "safety_ratings"]
}
