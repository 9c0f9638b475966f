internal import CaptureReading
internal import Conversation

/// Turns that an API may refuse: empty ones, an answer before any question, results of calls that nobody made.
enum TurnsOutOfOrder: Rule {
    static let descriptor = RuleDescriptor(
        id: "CNV001", name: "turns-out-of-order", severity: .low,
        summary: "A turn that was sent is empty, or answers what nobody asked.",
        why: "APIs refuse such a conversation with a 400, or drop the turn.",
        references: [
            "https://ai.google.dev/api/caching#Content",
            "https://platform.openai.com/docs/guides/function-calling",
            "https://docs.anthropic.com/en/docs/agents-and-tools/tool-use/implement-tool-use",
        ],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"role": "user", "parts": []}]}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"role": "model", "parts": [{"text": "Good day."}]},
             {"role": "user", "parts": [{"text": "hi"}]}]}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"role": "user", "parts": [
             {"functionResponse": {"id": "a", "name": "f", "response": {}}}]}]}
            """,
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"role": "user", "parts": [{"text": "hi"}]},
             {"role": "model", "parts": [{"functionCall": {"id": "a", "name": "f", "args": {}}}]},
             {"role": "user", "parts": [{"functionResponse": {"id": "a", "name": "f", "response": {}}}]}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let prompt = exchange.wholePrompt else { return [] }
        let start = exchange.request?.body?.place
        var found: [Finding] = []
        if let role = prompt.messages.first?.role, isModel(role) {
            found.append(
                finding(
                    "the first turn is the \(Excerpt(role))'s", where: "prompt.messages[0].role",
                    at: prompt.messages[0].parts.first?.place ?? start))
        }
        var called: Set<String> = []
        for (index, message) in prompt.messages.enumerated() {
            let place = "prompt.messages[\(index)]"
            if message.parts.isEmpty {
                found.append(finding("turn \(index + 1) is empty", where: place, at: start))
            }
            for part in message.parts {
                switch part.content {
                case .toolCall(let call): if let id = call.id { called.insert(id) }
                case .toolCallResponse(let response):
                    guard let id = response.id, !called.contains(id) else { continue }
                    found.append(
                        finding(
                            "turn \(index + 1) has the result of a call that was not made", where: place,
                            at: part.place ?? start))
                default: continue
                }
            }
        }
        return found
    }

    private static func isModel(_ role: String) -> Bool { role == "model" || role == "assistant" }
}
