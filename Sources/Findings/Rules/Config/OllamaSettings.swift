internal import Conversation

/// Settings of Ollama's API that are out of range, or pass its template by.
enum OllamaSettings: SettingRule {
    static let descriptor = RuleDescriptor(
        id: "CFG107", name: "ollama-settings", severity: .medium,
        summary: "A setting of Ollama's API is out of range, or passes the template of the model by.",
        why: "The model gets another prompt, or is sampled in another way, than its card says.",
        references: references(of: checks),
        flagged: [
            """
            POST http://localhost:11434/api/generate HTTP/1.1

            {"model": "llama3", "prompt": "hi", "raw": true}
            """,
            """
            POST http://localhost:11434/api/chat HTTP/1.1

            {"model": "llama3", "messages": [{"role": "user", "content": "hi"}], "options": {"top_p": 2}}
            """,
        ],
        clean: [
            """
            POST http://localhost:11434/api/chat HTTP/1.1

            {"model": "llama3", "messages": [{"role": "user", "content": "hi"}], "options": {"temperature": 0.8}}
            """
        ])

    static func applies(to exchange: InspectedExchange) -> Bool {
        [OllamaChat.id, OllamaGenerate.id].contains(exchange.conversation.dialect?.id)
    }

    private static let api = SettingSource(
        address: "https://github.com/ollama/ollama/blob/main/docs/api.md", since: "September 2025")

    private static let parameters = SettingSource(
        address: "https://github.com/ollama/ollama/blob/main/docs/modelfile.md", since: "September 2025")

    static let checks = [
        SettingCheck("raw", .isTrue, .low, "passes the template by", api),
        SettingCheck("options.temperature", .below(0), .medium, "is below 0", parameters),
        SettingCheck("options.top_p", .outside(0...1), .medium, "is outside 0 to 1", parameters),
        SettingCheck("options.min_p", .outside(0...1), .medium, "is outside 0 to 1", parameters),
        SettingCheck("options.top_k", .below(0), .medium, "is below 0", parameters),
        SettingCheck("options.num_ctx", .below(1), .medium, "is below 1", parameters),
        SettingCheck("options.num_predict", .below(-2), .medium, "is below -2", parameters),
    ]
}
