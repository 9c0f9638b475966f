internal import Conversation

/// A safety filter that the request switches off.
enum ThresholdOff: Rule {
    static let descriptor = RuleDescriptor(
        id: "SAF001", name: "safety-threshold-off", severity: .high,
        summary: "A safety setting has the threshold OFF.",
        why: "The filter of that category does not run: nothing is blocked, and nothing is rated.",
        references: ["https://ai.google.dev/gemini-api/docs/safety-settings"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ONLY_HIGH"}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        (exchange.prompt?.safety ?? []).filter { setting in setting.disabled == .off }.map { setting in
            finding("safety threshold OFF", where: LogicalPlace.safety(setting), at: setting.thresholdPlace)
        }
    }
}
