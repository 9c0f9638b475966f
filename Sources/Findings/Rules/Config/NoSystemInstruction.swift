internal import CaptureReading
internal import Conversation

/// A request without a system instruction.
enum NoSystemInstruction: Rule {
    static let descriptor = RuleDescriptor(
        id: "CFG007", name: "no-system-instruction", severity: .info,
        summary: "The request has no system instruction.",
        why: "The model answers in its provider's manner; two sessions that differ in this are not to be compared.",
        references: ["https://ai.google.dev/gemini-api/docs/text-generation#system-instructions"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "hi"}]}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "Be brief."}]}}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "hi"}]}], "cachedContent": "cachedContents/a"}
            """,
            """
            POST /v1/chat/completions HTTP/1.1

            {"messages": [{"role": "developer", "content": "Be brief."}, {"role": "user", "content": "hi"}]}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        // What is cached may begin with a system instruction.
        guard let prompt = exchange.wholePrompt, !prompt.hasInstructions,
            prompt.setting("cachedContent", "cached_content") == nil
        else { return [] }
        return [finding("no system instruction", where: "prompt.system", at: exchange.request?.body?.place)]
    }
}
