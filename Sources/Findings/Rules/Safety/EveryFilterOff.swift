internal import Conversation

/// A request that leaves no safety filter on among those that it speaks of.
enum EveryFilterOff: Rule {
    static let descriptor = RuleDescriptor(
        id: "SAF003", name: "every-filter-off", severity: .high,
        summary: "Every safety setting that was sent switches its filter off.",
        why: "No filter of the provider that can be adjusted stands between the model and its reader.",
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
                {"category": "HARM_CATEGORY_HATE_SPEECH", "threshold": "BLOCK_ONLY_HIGH"}]}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"safetySettings": []}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let prompt = exchange.prompt, let safety = prompt.safety, !safety.isEmpty,
            safety.allSatisfy(\.isOff)
        else { return [] }
        return [finding("every category sent is switched off", where: "prompt.safety", at: prompt.safetyPlace)]
    }
}
