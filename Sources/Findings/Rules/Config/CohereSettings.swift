internal import Conversation

/// Settings of Cohere's chat that are out of range, or switch its safety mode off.
enum CohereSettings: SettingRule {
    static let descriptor = RuleDescriptor(
        id: "CFG106", name: "cohere-settings", severity: .high,
        summary: "A setting of Cohere's chat is out of range, or switches the safety mode off.",
        why: "The API refuses it, or answers without the instructions that keep it safe.",
        references: references(of: checks),
        flagged: [
            """
            POST /v2/chat HTTP/1.1
            Host: api.cohere.com

            {"model": "command-a", "messages": [{"role": "user", "content": "hi"}], "safety_mode": "OFF"}
            """,
            """
            POST /v2/chat HTTP/1.1
            Host: api.cohere.com

            {"model": "command-a", "messages": [{"role": "user", "content": "hi"}], "p": 1.5}
            """,
        ],
        clean: [
            """
            POST /v2/chat HTTP/1.1
            Host: api.cohere.com

            {"model": "command-a", "messages": [{"role": "user", "content": "hi"}], "safety_mode": "STRICT", "k": 500}
            """
        ])

    static func applies(to exchange: InspectedExchange) -> Bool { exchange.conversation.dialect?.id == CohereChat.id }

    private static let api = SettingSource(address: "https://docs.cohere.com/reference/chat", since: "September 2025")

    private static let modes = SettingSource(
        address: "https://docs.cohere.com/docs/safety-modes", since: "September 2025")

    static let checks = [
        SettingCheck("safety_mode", .isOne(of: "off", "none"), .high, "switches the safety mode off", modes),
        SettingCheck("safety_mode", .beside("tools"), .low, "has no effect beside tools", modes),
        SettingCheck("p", .outside(0.01...0.99), .medium, "is outside 0.01 to 0.99", api),
        SettingCheck("k", .outside(0...500), .medium, "is outside 0 to 500", api),
        SettingCheck("temperature", .below(0), .medium, "is below 0", api),
    ]
}
