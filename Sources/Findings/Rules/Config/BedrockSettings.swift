internal import Conversation

/// Settings of Amazon Bedrock's Converse that are out of range, or weaken its guardrails.
enum BedrockSettings: SettingRule {
    static let descriptor = RuleDescriptor(
        id: "CFG105", name: "bedrock-settings", severity: .medium,
        summary: "A setting of Amazon Bedrock's Converse is out of range, or weakens a guardrail.",
        why: "The API refuses it, or shows text before it has been checked.",
        references: references(of: checks),
        flagged: [
            """
            POST /model/amazon.nova-lite-v1:0/converse-stream HTTP/1.1

            {"messages": [{"role": "user", "content": [{"text": "hi"}]}], "guardrailConfig":
             {"guardrailIdentifier": "a", "guardrailVersion": "1", "streamProcessingMode": "async"}}
            """,
            """
            POST /model/amazon.nova-lite-v1:0/converse HTTP/1.1

            {"messages": [{"role": "user", "content": [{"text": "hi"}]}], "inferenceConfig": {"temperature": 1.5}}
            """,
        ],
        clean: [
            """
            POST /model/amazon.nova-lite-v1:0/converse-stream HTTP/1.1

            {"messages": [{"role": "user", "content": [{"text": "hi"}]}], "inferenceConfig": {"temperature": 1},
             "guardrailConfig": {"guardrailIdentifier": "a", "guardrailVersion": "1", "streamProcessingMode": "sync"}}
            """
        ])

    static func applies(to exchange: InspectedExchange) -> Bool {
        exchange.conversation.dialect?.id == BedrockConverse.id
    }

    private static let inference = SettingSource(
        address: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html",
        since: "API version 2023-09-30")

    private static let guardrail = SettingSource(
        address:
            "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailStreamConfiguration.html",
        since: "API version 2023-09-30")

    static let checks = [
        SettingCheck("inferenceConfig.maxTokens", .below(1), .medium, "is below 1", inference),
        SettingCheck("inferenceConfig.temperature", .outside(0...1), .medium, "is outside 0 to 1", inference),
        SettingCheck("inferenceConfig.topP", .outside(0...1), .medium, "is outside 0 to 1", inference),
        SettingCheck(
            "inferenceConfig.stopSequences", .moreThan(2_500), .medium, "has more than 2500 elements", inference),
        SettingCheck(
            "guardrailConfig.streamProcessingMode", .isOne(of: "async"), .medium, "shows text before it is checked",
            guardrail),
        SettingCheck("guardrailConfig.guardrailVersion", .isOne(of: "draft"), .low, "is a working draft", guardrail),
        SettingCheck(
            "guardrailConfig.trace", .isOne(of: "enabled_full"), .low, "puts all that was assessed into the answer",
            guardrail),
        SettingCheck(
            "additionalModelResponseFieldPaths", .moreThan(10), .medium, "has more than 10 elements", inference),
    ]
}
