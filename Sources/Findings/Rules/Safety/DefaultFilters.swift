internal import CaptureReading
internal import Conversation

/// A request without any safety setting: what is filtered is the provider's choice for that model.
enum DefaultFilters: Rule {
    static let descriptor = RuleDescriptor(
        id: "SAF005", name: "default-filters", severity: .info,
        summary: "The request has no safety settings.",
        why: "The provider's defaults apply; they differ from model to model, and newer models filter less.",
        references: ["https://ai.google.dev/gemini-api/docs/safety-settings"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "hi"}]}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "hi"}]}],
             "safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ONLY_HIGH"}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isGemini, let prompt = exchange.wholePrompt, prompt.safety?.isEmpty ?? true else { return [] }
        return [
            finding(
                "no safety settings: provider defaults apply", where: "prompt.safety",
                at: prompt.safetyPlace ?? exchange.request?.body?.place)
        ]
    }
}
