internal import Conversation

/// Settings of OpenAI's responses that are out of range, deprecated, or exclude each other.
enum OpenAIResponsesSettings: SettingRule {
    static let descriptor = RuleDescriptor(
        id: "CFG103", name: "openai-responses-settings", severity: .high,
        summary: "A setting of OpenAI's responses is out of range, deprecated, or contradicts another.",
        why: "The API refuses it, or does something else than was asked for.",
        references: references(of: checks),
        flagged: [
            """
            POST /v1/responses HTTP/1.1
            Host: api.openai.com

            {"model": "gpt-5", "input": "hi", "previous_response_id": "a", "conversation": "b"}
            """,
            """
            POST /v1/responses HTTP/1.1
            Host: api.openai.com

            {"model": "gpt-5", "input": "hi", "tools": [{"type": "image_generation", "moderation": "low"}]}
            """,
        ],
        clean: [
            """
            POST /v1/responses HTTP/1.1
            Host: api.openai.com

            {"model": "gpt-5", "input": "hi", "previous_response_id": "a", "reasoning": {"effort": "low"},
             "tools": [{"type": "image_generation", "partial_images": 3}]}
            """
        ])

    static func applies(to exchange: InspectedExchange) -> Bool {
        exchange.conversation.dialect?.id == OpenAIResponses.id && exchange.isAtOpenAI
    }

    private static let api = SettingSource(
        address: "https://platform.openai.com/docs/api-reference/responses/create", since: "September 2025")

    private static let images = SettingSource(
        address: "https://platform.openai.com/docs/guides/tools-image-generation", since: "September 2025")

    private static let servers = SettingSource(
        address: "https://platform.openai.com/docs/guides/tools-connectors-mcp", since: "September 2025")

    static let checks =
        OpenAISampling.checks + [
            SettingCheck("previous_response_id", .beside("conversation"), .medium, "stands beside conversation", api),
            SettingCheck("max_output_tokens", .below(1), .medium, "is below 1", api),
            SettingCheck("reasoning.generate_summary", .present, .low, "is deprecated: reasoning.summary", api),
            SettingCheck(
                "reasoning.effort", .isNone(of: "none", "minimal", "low", "medium", "high", "xhigh", "max"), .medium,
                "is not known", api),
            SettingCheck("truncation", .isOne(of: "auto"), .low, "drops turns without saying so", api),
            SettingCheck("user", .isMailAddress, .high, "is an address of mail, not a pseudonym", api),
            SettingCheck("safety_identifier", .isMailAddress, .high, "is an address of mail, not a hash", api),
            SettingCheck("tools[].moderation", .isOne(of: "low"), .high, "filters pictures less", images),
            SettingCheck("tools[].partial_images", .outside(0...3), .medium, "is outside 0 to 3", images),
            SettingCheck(
                "tools[].require_approval", .isOne(of: "never"), .high, "lets a remote server act unasked", servers),
        ]
}
