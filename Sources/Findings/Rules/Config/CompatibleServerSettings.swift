internal import Conversation

/// Settings of servers that speak as OpenAI does and have members of their own: Mistral, OpenRouter and others.
enum CompatibleServerSettings: SettingRule {
    static let descriptor = RuleDescriptor(
        id: "CFG109", name: "compatible-server-settings", severity: .low,
        summary: "A setting of a server that is compatible with OpenAI switches something off, or drops context.",
        why: "It changes what the model sees or what the server keeps, and no answer says so.",
        references: references(of: checks),
        flagged: [
            """
            POST /api/v1/chat/completions HTTP/1.1
            Host: openrouter.ai

            {"model": "a/b", "messages": [{"role": "user", "content": "hi"}], "transforms": ["middle-out"]}
            """
        ],
        clean: [
            """
            POST /api/v1/chat/completions HTTP/1.1
            Host: openrouter.ai

            {"model": "a/b", "messages": [{"role": "user", "content": "hi"}], "provider": {"data_collection": "deny"}}
            """
        ])

    static func applies(to exchange: InspectedExchange) -> Bool {
        exchange.conversation.dialect?.id == OpenAIChatCompletions.id && !exchange.isAtOpenAI
    }

    private static let openRouter = SettingSource(
        address: "https://openrouter.ai/docs/features/message-transforms", since: "September 2025")

    private static let routing = SettingSource(
        address: "https://openrouter.ai/docs/features/provider-routing", since: "September 2025")

    private static let mistral = SettingSource(
        address: "https://docs.mistral.ai/capabilities/guardrailing", since: "September 2025")

    static let checks = [
        SettingCheck("transforms[]", .isOne(of: "middle-out"), .low, "drops the middle of long prompts", openRouter),
        SettingCheck(
            "provider.data_collection", .isOne(of: "allow"), .low, "lets providers keep the prompt", routing),
        SettingCheck("safe_prompt", .isFalse, .low, "leaves the guard prompt out", mistral),
    ]
}
