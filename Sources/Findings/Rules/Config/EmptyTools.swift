internal import Conversation

/// A list of tools that was sent without a tool in it.
enum EmptyTools: Rule {
    static let descriptor = RuleDescriptor(
        id: "CFG002", name: "empty-tools", severity: .info,
        summary: "The request sends an empty list of tools.",
        why: "It is a habit of the client; some back ends reject it.",
        references: ["https://ai.google.dev/api/generate-content"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"tools": []}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"tools": [{"googleSearch": {}}]}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": []}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let prompt = exchange.prompt, prompt.tools?.isEmpty == true else { return [] }
        return [finding("empty list of tools sent", where: "prompt.tools", at: prompt.toolsPlace)]
    }
}
