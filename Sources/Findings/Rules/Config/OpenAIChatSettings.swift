internal import Conversation

/// Settings of OpenAI's chat completions that are out of range, deprecated, or exclude each other.
///
/// Servers that speak the same dialect have ranges of their own, so OpenAI's hosts and Azure's alone count.
enum OpenAIChatSettings: SettingRule {
    static let descriptor = RuleDescriptor(
        id: "CFG102", name: "openai-chat-settings", severity: .high,
        summary: "A setting of OpenAI's chat completions is out of range, deprecated, or contradicts another.",
        why: "The API refuses it, or does something else than was asked for.",
        references: references(of: checks),
        flagged: [
            """
            POST /v1/chat/completions HTTP/1.1
            Host: api.openai.com

            {"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}], "temperature": 2.5}
            """,
            """
            POST /v1/chat/completions HTTP/1.1
            Host: api.openai.com

            {"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}], "user": "walker@perth.example"}
            """,
        ],
        clean: [
            """
            POST /v1/chat/completions HTTP/1.1
            Host: api.openai.com

            {"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}], "temperature": 2, "top_logprobs": 3,
             "logprobs": true}
            """,
            """
            POST /v1/chat/completions HTTP/1.1
            Host: relay.example

            {"model": "m", "messages": [{"role": "user", "content": "hi"}], "temperature": 2.5, "max_tokens": 5}
            """,
        ])

    static func applies(to exchange: InspectedExchange) -> Bool {
        exchange.conversation.dialect?.id == OpenAIChatCompletions.id && exchange.isAtOpenAI
    }

    private static let api = SettingSource(
        address: "https://platform.openai.com/docs/api-reference/chat/create", since: "September 2025")

    private static let identifiers = SettingSource(
        address: "https://platform.openai.com/docs/guides/safety-best-practices", since: "September 2025")

    static let checks =
        OpenAISampling.checks + [
            SettingCheck("frequency_penalty", .outside(-2...2), .medium, "is outside -2 to 2", api),
            SettingCheck("presence_penalty", .outside(-2...2), .medium, "is outside -2 to 2", api),
            SettingCheck("n", .above(1), .low, "bills each answer", api),
            SettingCheck("n", .below(1), .medium, "is below 1", api),
            SettingCheck("top_logprobs", .without("logprobs", .isTrue), .medium, "stands without logprobs true", api),
            SettingCheck("stop", .moreThan(4), .medium, "has more than 4 elements", api),
            SettingCheck("max_tokens", .present, .low, "is deprecated: max_completion_tokens", api),
            SettingCheck("functions", .present, .low, "is deprecated: tools", api),
            SettingCheck("function_call", .present, .low, "is deprecated: tool_choice", api),
            SettingCheck("max_completion_tokens", .beside("max_tokens"), .medium, "stands beside max_tokens", api),
            SettingCheck(
                "modalities[]", SettingTest.isOne(of: "audio").and(.without("audio")), .medium,
                "stands without audio", api),
            SettingCheck("stream_options", .without("stream", .isTrue), .medium, "stands without stream true", api),
            SettingCheck("user", .isMailAddress, .high, "is an address of mail, not a pseudonym", identifiers),
            SettingCheck("safety_identifier", .isMailAddress, .high, "is an address of mail, not a hash", identifiers),
        ]
}
