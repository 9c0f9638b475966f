internal import Conversation

/// A safety filter that the request allows to rate, but never to block.
enum ThresholdBlockNone: Rule {
    static let descriptor = RuleDescriptor(
        id: "SAF002", name: "safety-threshold-block-none", severity: .high,
        summary: "A safety setting has the threshold BLOCK_NONE.",
        why: "The filter of that category still rates, but lets everything through.",
        references: ["https://ai.google.dev/gemini-api/docs/safety-settings"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ONLY_HIGH"}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        (exchange.prompt?.safety ?? []).filter { setting in setting.disabled == .blockNone }.map { setting in
            finding("safety threshold BLOCK_NONE", where: LogicalPlace.safety(setting), at: setting.thresholdPlace)
        }
    }
}
