internal import Conversation

/// A message that says something else to the model than its reader sees.
enum HiddenTextInMessage: Rule {
    static let descriptor = RuleDescriptor(
        id: "CNV002", name: "hidden-text-in-message", severity: .medium,
        summary: "A message holds characters that hide text or change its order.",
        why: "Instructions can be hidden in them that the model obeys and nobody sees.",
        references: [
            "CVE-2021-42574", "https://trojansource.codes", "https://www.unicode.org/reports/tr9",
            "https://genai.owasp.org/llmrisk/llm01-prompt-injection",
        ],
        flagged: [
            #"""
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "open \u202egnp.exe"}]}]}
            """#,
            #"""
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "hello \udb40\udc41\udb40\udc42"}]}]}
            """#,
        ],
        clean: [
            #"""
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "\ud83d\udc69\u200d\ud83d\udcbb \u200f\u05e9\u05dc\u05d5\u05dd"}]}]}
            """#,
            #"""
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "\u001b[31mred\u001b[0m"}]}]}
            """#,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.placedParts.compactMap { placed in
            guard let text = placed.part.shownText, let hidden = HiddenText.first(in: text) else { return nil }
            return finding(
                "\(placed.role.map { role in "\(Excerpt(role)) text" } ?? "text") with \(hidden.words)",
                where: placed.logicalPlace, at: placed.part.place ?? exchange.exchangePlace(isAnswer: placed.isAnswer))
        }
    }
}
