internal import Conversation

/// Settings of Gemini's `generateContent` that are out of range, deprecated, or exclude each other.
enum GeminiSettings: SettingRule {
    static let descriptor = RuleDescriptor(
        id: "CFG101", name: "gemini-settings", severity: .medium,
        summary: "A setting of the Gemini API is out of range, deprecated, or contradicts another.",
        why: "The API refuses it, or does something else than was asked for.",
        references: references(of: checks),
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"generationConfig": {"temperature": 2.5}}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"generation_config": {"response_schema": {"type": "OBJECT"}}}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"toolConfig": {"functionCallingConfig": {"mode": "AUTO", "allowedFunctionNames": ["f"]}}}
            """,
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"generationConfig": {"temperature": 1, "responseMimeType": "application/json", "responseSchema": {}}}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"toolConfig": {"functionCallingConfig": {"mode": "ANY", "allowedFunctionNames": ["f"]}}}
            """,
        ])

    static func applies(to exchange: InspectedExchange) -> Bool { exchange.isGemini }

    private static let config = SettingSource(
        address: "https://ai.google.dev/api/generate-content#generationconfig", since: "September 2025")

    private static let types = SettingSource(
        address: "https://github.com/googleapis/python-genai/blob/main/google/genai/types.py", since: "September 2025")

    private static let calling = SettingSource(
        address: "https://ai.google.dev/api/caching#FunctionCallingConfig", since: "September 2025")

    static let checks = [
        SettingCheck("generationConfig.temperature", .outside(0...2), .medium, "is outside 0 to 2", config),
        SettingCheck("generationConfig.topP", .outside(0...1), .medium, "is outside 0 to 1", config),
        SettingCheck("generationConfig.topK", .below(1), .medium, "is below 1", config),
        SettingCheck("generationConfig.candidateCount", .above(8), .medium, "is above 8", config),
        SettingCheck("generationConfig.candidateCount", .below(1), .medium, "is below 1", config),
        SettingCheck("generationConfig.stopSequences", .moreThan(5), .medium, "has more than 5 elements", config),
        SettingCheck("generationConfig.maxOutputTokens", .below(1), .medium, "is below 1", config),
        SettingCheck("generationConfig.presencePenalty", .below(0), .low, "is negative: answers may repeat", config),
        SettingCheck("generationConfig.frequencyPenalty", .below(0), .low, "is negative: answers may repeat", config),
        SettingCheck(
            "generationConfig.responseSchema",
            .without("generationConfig.responseMimeType", .isOne(of: "application/json", "text/x.enum")), .medium,
            "stands without responseMimeType application/json", config),
        SettingCheck(
            "generationConfig.responseSchema", .beside("generationConfig.responseJsonSchema"), .medium,
            "stands beside responseJsonSchema", types),
        SettingCheck(
            "generationConfig.logprobs", .without("generationConfig.responseLogprobs", .isTrue), .medium,
            "stands without responseLogprobs true", config),
        SettingCheck("generationConfig.logprobs", .outside(0...20), .medium, "is outside 0 to 20", config),
        SettingCheck(
            "generationConfig.responseModalities[]",
            .isNone(of: "text", "image", "audio", "video", "modality_unspecified"), .medium, "is not known", config),
        SettingCheck(
            "generationConfig.thinkingConfig.thinkingBudget",
            .beside("generationConfig.thinkingConfig.thinkingLevel"), .medium, "stands beside thinkingLevel", types),
        SettingCheck(
            "generationConfig.thinkingConfig.thinkingBudget", .below(-1), .medium, "is below -1, which is automatic",
            types),
        SettingCheck(
            "generationConfig.imageConfig.personGeneration", .isOne(of: "allow_all"), .low,
            "allows pictures of children too", types),
        SettingCheck("modelArmorConfig", .beside("safetySettings"), .medium, "stands beside safetySettings", types),
        SettingCheck("cachedContent", .beside("systemInstruction"), .medium, "stands beside systemInstruction", types),
        SettingCheck("cachedContent", .beside("tools"), .medium, "stands beside tools", types),
        SettingCheck(
            "toolConfig.functionCallingConfig.allowedFunctionNames",
            .without("toolConfig.functionCallingConfig.mode", .isOne(of: "any", "validated")), .medium,
            "stands without mode ANY or VALIDATED", calling),
        SettingCheck(
            "toolConfig.functionCallingConfig.mode",
            .isNone(of: "mode_unspecified", "auto", "any", "none", "validated"), .medium, "is not known", calling),
        SettingCheck("tools[].googleSearchRetrieval", .present, .low, "is deprecated: googleSearch", types),
    ]
}
