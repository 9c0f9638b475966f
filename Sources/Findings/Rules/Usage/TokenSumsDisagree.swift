internal import Conversation

/// Token counts that do not add up to the sum that the provider says.
enum TokenSumsDisagree: Rule {
    static let descriptor = RuleDescriptor(
        id: "USE001", name: "token-sums-disagree", severity: .medium,
        summary: "Token counts do not add up to their declared sum, or those of the modalities make more than it.",
        why: "A proxy changed the account, or tokens are billed that no count names.",
        references: ["https://ai.google.dev/api/generate-content#UsageMetadata"],
        flagged: [
            """
            HTTP/1.1 200 OK

            {"usageMetadata": {"promptTokenCount": 2, "candidatesTokenCount": 3, "totalTokenCount": 6}}
            """,
            """
            HTTP/1.1 200 OK

            {"usageMetadata": {"candidatesTokenCount": 3,
             "candidatesTokensDetails": [{"modality": "TEXT", "tokenCount": 4}]}}
            """,
        ],
        clean: [
            """
            HTTP/1.1 200 OK

            {"usageMetadata": {"promptTokenCount": 2, "candidatesTokenCount": 3, "totalTokenCount": 5}}
            """,
            """
            HTTP/1.1 200 OK

            {"usageMetadata": {"candidatesTokenCount": 1304,
             "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1290}]}}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        let sums = exchange.answer?.tokens?.sums ?? []
        return sums.filter { sum in !sum.agrees }.map { sum in
            finding(
                "\(sum.name) is \(sum.declared), parts make \(sum.computed)", where: "answer.usage.\(sum.name)",
                at: exchange.answer?.usagePlace)
        }
    }
}
