internal import Conversation

/// Settings of Anthropic's messages that are out of range, or exclude each other.
enum AnthropicSettings: SettingRule {
    static let descriptor = RuleDescriptor(
        id: "CFG104", name: "anthropic-settings", severity: .high,
        summary: "A setting of Anthropic's messages is out of range, missing, or contradicts another.",
        why: "The API refuses it, or does something else than was asked for.",
        references: references(of: checks),
        flagged: [
            """
            POST /v1/messages HTTP/1.1
            Host: api.anthropic.com

            {"model": "claude-sonnet-4-5", "max_tokens": 1000, "messages": [{"role": "user", "content": "hi"}],
             "temperature": 1.5}
            """,
            """
            POST /v1/messages HTTP/1.1
            Host: api.anthropic.com

            {"model": "claude-sonnet-4-5", "messages": [{"role": "user", "content": "hi"}]}
            """,
        ],
        clean: [
            """
            POST /v1/messages HTTP/1.1
            Host: api.anthropic.com

            {"model": "claude-sonnet-4-5", "max_tokens": 4000, "messages": [{"role": "user", "content": "hi"}],
             "temperature": 1, "thinking": {"type": "enabled", "budget_tokens": 2000}}
            """
        ])

    static func applies(to exchange: InspectedExchange) -> Bool {
        exchange.conversation.dialect?.id == AnthropicMessages.id && exchange.wholePrompt != nil
    }

    private static let api = SettingSource(
        address: "https://docs.anthropic.com/en/api/messages", since: "September 2025")

    private static let thinking = SettingSource(
        address: "https://docs.anthropic.com/en/docs/build-with-claude/extended-thinking", since: "September 2025")

    private static let isThinking = SettingTest.without("thinking.type", .isNone(of: "enabled"))
        .and(.beside("thinking.type"))

    static let checks = [
        SettingCheck("model", .without("max_tokens"), .medium, "stands without max_tokens, which is required", api),
        SettingCheck("max_tokens", .below(0), .medium, "is below 0", api),
        SettingCheck("temperature", .outside(0...1), .medium, "is outside 0 to 1", api),
        SettingCheck("top_p", .outside(0...1), .medium, "is outside 0 to 1", api),
        SettingCheck("metadata.user_id", .isMailAddress, .high, "is an address of mail, not a pseudonym", api),
        SettingCheck("thinking.budget_tokens", .below(1_024), .medium, "is below 1024", thinking),
        SettingCheck(
            "temperature", SettingTest.outside(1...1).and(isThinking), .medium, "is not 1, with thinking", thinking),
        SettingCheck("top_k", isThinking, .medium, "stands beside thinking", thinking),
        SettingCheck(
            "tool_choice.type", SettingTest.isOne(of: "any", "tool").and(isThinking), .medium,
            "forces a tool, with thinking",
            thinking),
        SettingCheck(
            "mcp_servers[].authorization_token", .present, .high, "is a credential in the body", api),
    ]
}
