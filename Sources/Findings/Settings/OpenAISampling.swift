internal import Conversation

/// What the APIs of OpenAI have in common.
enum OpenAISampling {
    private static let api = SettingSource(
        address: "https://platform.openai.com/docs/api-reference/responses/create", since: "September 2025")

    /// The rows.
    static let checks = [
        SettingCheck("temperature", .outside(0...2), .medium, "is outside 0 to 2", api),
        SettingCheck("top_p", .outside(0...1), .medium, "is outside 0 to 1", api),
        SettingCheck("top_logprobs", .outside(0...20), .medium, "is outside 0 to 20", api),
        SettingCheck("metadata", .moreThan(16), .medium, "has more than 16 pairs", api),
        SettingCheck("safety_identifier", .longerThan(64), .medium, "is longer than 64 characters", api),
        SettingCheck(
            "prompt_cache_retention", .isNone(of: "in-memory", "in_memory", "24h"), .medium, "is not known", api),
        SettingCheck(
            "service_tier", .isNone(of: "auto", "default", "flex", "scale", "priority", "fast"), .medium,
            "is not known", api),
    ]
}

extension InspectedExchange {
    /// Whether OpenAI itself is asked, at its own hosts or at Azure's.
    var isAtOpenAI: Bool { ["OpenAI", "Azure OpenAI"].contains(conversation.vendor?.name) }
}
