internal import Conversation
internal import JSONReading

/// The sampling parameters that the request sends, each as it was sent.
enum SamplingParameters: Rule {
    static let descriptor = RuleDescriptor(
        id: "CFG001", name: "sampling-parameters", severity: .info,
        summary: "The request sets sampling parameters.",
        why: "They are the first thing to compare when two answers differ.",
        references: ["https://ai.google.dev/api/generate-content#generationconfig"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"generationConfig": {"temperature": 0.5}}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"generationConfig": {"maxOutputTokens": 5}}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        (exchange.prompt?.config ?? []).filter { setting in names.contains(setting.name) }.map { setting in
            let value = Excerpt(
                setting.value.numberLexeme ?? String(decoding: setting.value.rawBytes.prefix(200), as: UTF8.self))
            return finding("\(setting.name) \(value)", where: "prompt.config.\(setting.name)", at: setting.place)
        }
    }

    private static let names: Set = [
        "temperature", "topP", "top_p", "topK", "top_k", "seed", "presencePenalty", "presence_penalty",
        "frequencyPenalty",
        "frequency_penalty",
    ]
}
