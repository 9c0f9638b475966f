internal import Conversation

/// Settings of Gemini's interactions that are out of range, or switch filters off.
enum InteractionSettings: SettingRule {
    static let descriptor = RuleDescriptor(
        id: "CFG108", name: "interaction-settings", severity: .high,
        summary: "A setting of Gemini's interactions is out of range, or switches a filter off.",
        why: "The API refuses it, or answers without a filter that it has.",
        references: references(of: checks),
        flagged: [
            """
            POST /v1beta/interactions HTTP/1.1

            {"model": "gemini-2.5-flash", "input": "hi", "generation_config": {"temperature": 3}}
            """,
            """
            POST /v1beta/interactions HTTP/1.1

            {"model": "gemini-2.5-flash", "input": "hi", "safety_settings": [{"type": "hate_speech", "threshold": "off"}]}
            """,
        ],
        clean: [
            """
            POST /v1beta/interactions HTTP/1.1

            {"model": "gemini-2.5-flash", "input": "hi", "generation_config": {"temperature": 1}}
            """
        ])

    static func applies(to exchange: InspectedExchange) -> Bool {
        exchange.conversation.dialect?.id == GeminiInteractions.id
    }

    private static let config = SettingSource(
        address: "https://ai.google.dev/api/interactions-api", since: "December 2025")

    private static let safety = SettingSource(
        address: "https://ai.google.dev/gemini-api/docs/safety-settings", since: "December 2025")

    static let checks = [
        SettingCheck("generationConfig.temperature", .outside(0...2), .medium, "is outside 0 to 2", config),
        SettingCheck("generationConfig.topP", .outside(0...1), .medium, "is outside 0 to 1", config),
        SettingCheck("generationConfig.maxOutputTokens", .below(1), .medium, "is below 1", config),
        SettingCheck(
            "generationConfig.thinkingLevel", .isNone(of: "minimal", "low", "medium", "high", "xhigh"), .medium,
            "is not known", config),
        SettingCheck("safetySettings[].threshold", .isOne(of: "off"), .high, "switches the filter off", safety),
        SettingCheck("safetySettings[].threshold", .isOne(of: "block_none"), .high, "blocks nothing", safety),
    ]
}
