internal import CaptureReading
internal import Conversation

/// A request that sets no limit to the tokens of its answer.
enum NoTokenLimit: Rule {
    static let descriptor = RuleDescriptor(
        id: "CFG004", name: "no-token-limit", severity: .low,
        summary: "The request does not limit the tokens of the answer.",
        why: "The cost of an answer that does not end is bounded by the model alone.",
        references: ["https://ai.google.dev/api/generate-content#generationconfig"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "hi"}]}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "hi"}]}], "generationConfig": {"maxOutputTokens": 5}}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isGemini, let prompt = exchange.wholePrompt,
            prompt.outputLimit == nil
        else { return [] }
        return [
            finding("no output-token limit", where: "prompt.config.maxOutputTokens", at: exchange.request?.body?.place)
        ]
    }
}
