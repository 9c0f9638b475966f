internal import Conversation

/// A request that switches some filters off by OFF and others by BLOCK_NONE.
enum MixedThresholds: Rule {
    static let descriptor = RuleDescriptor(
        id: "SAF004", name: "mixed-thresholds", severity: .low,
        summary: "OFF and BLOCK_NONE are used in one request.",
        why:
            "Mostly a client works around a threshold that one category rejects; the two do not mean the same.",
        references: ["https://ai.google.dev/gemini-api/docs/safety-settings"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"safetySettings": [
                {"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"},
                {"category": "HARM_CATEGORY_HATE_SPEECH", "threshold": "BLOCK_NONE"}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"safetySettings": [
                {"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"},
                {"category": "HARM_CATEGORY_HATE_SPEECH", "threshold": "OFF"}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let prompt = exchange.prompt else { return [] }
        let used = Set((prompt.safety ?? []).compactMap(\.disabled))
        guard used.count > 1 else { return [] }
        return [finding("OFF and BLOCK_NONE mixed", where: "prompt.safety", at: prompt.safetyPlace)]
    }
}
