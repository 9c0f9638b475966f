internal import Conversation

/// A safety setting with a category or a threshold that the API does not know, or no longer.
///
/// A category that the capture has as a number is left alone: Google AI Studio and Vertex AI number them differently.
enum UnknownSafetySetting: Rule {
    static let descriptor = RuleDescriptor(
        id: "SAF006", name: "unknown-safety-setting", severity: .low,
        summary: "A safety setting names a category or a threshold that is deprecated or unknown.",
        why: "The setting does nothing, or the whole request is rejected.",
        references: ["https://ai.google.dev/api/generate-content#harmcategory"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"safetySettings": [{"category": "HARM_CATEGORY_CIVIC_INTEGRITY", "threshold": "BLOCK_ONLY_HIGH"}]}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_SOME"}]}
            """,
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ONLY_HIGH"}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isGemini else { return [] }
        return (exchange.prompt?.safety ?? []).flatMap { setting in
            [finding(onCategoryOf: setting), finding(onThresholdOf: setting)].compactMap { finding in finding }
        }
    }

    private static func finding(onCategoryOf setting: SafetySetting) -> Finding? {
        guard let category = setting.category, !knownCategories.contains(category), Int(category) == nil else {
            return nil
        }
        let name = category.hasPrefix("HARM_CATEGORY_") ? String(category.dropFirst("HARM_CATEGORY_".count)) : category
        let state = deprecatedCategories.contains(category) ? "deprecated" : "unknown"
        return finding(
            "\(state) safety category \(Excerpt(name))", where: LogicalPlace.safety(setting) + ".category",
            at: setting.categoryPlace)
    }

    private static func finding(onThresholdOf setting: SafetySetting) -> Finding? {
        guard let threshold = setting.threshold, !thresholds.contains(threshold) else { return nil }
        return finding(
            "unknown safety threshold \(Excerpt(threshold))", where: LogicalPlace.safety(setting) + ".threshold",
            at: setting.thresholdPlace)
    }

    private static let knownCategories: Set = [
        "HARM_CATEGORY_HARASSMENT", "HARM_CATEGORY_HATE_SPEECH", "HARM_CATEGORY_SEXUALLY_EXPLICIT",
        "HARM_CATEGORY_DANGEROUS_CONTENT", "HARM_CATEGORY_JAILBREAK", "HARM_CATEGORY_IMAGE_HATE",
        "HARM_CATEGORY_IMAGE_DANGEROUS_CONTENT", "HARM_CATEGORY_IMAGE_HARASSMENT",
        "HARM_CATEGORY_IMAGE_SEXUALLY_EXPLICIT",
    ]

    /// The election filter is gone; the others are of the PaLM API.
    private static let deprecatedCategories: Set = [
        "HARM_CATEGORY_CIVIC_INTEGRITY", "HARM_CATEGORY_DEROGATORY", "HARM_CATEGORY_TOXICITY", "HARM_CATEGORY_VIOLENCE",
        "HARM_CATEGORY_SEXUAL", "HARM_CATEGORY_MEDICAL", "HARM_CATEGORY_DANGEROUS",
    ]

    private static let thresholds: Set = [
        "HARM_BLOCK_THRESHOLD_UNSPECIFIED", "BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH",
        "BLOCK_NONE", "OFF",
    ]
}
