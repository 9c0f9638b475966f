internal import Conversation
internal import JSONReading

/// A request for images in the answer.
enum ImageOutput: Rule {
    static let descriptor = RuleDescriptor(
        id: "CFG003", name: "image-output", severity: .info,
        summary: "The request asks for images in the answer.",
        why: "Images are billed apart from text, and make up nearly all of what is sent.",
        references: ["https://ai.google.dev/gemini-api/docs/image-generation"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"generationConfig": {"responseModalities": ["TEXT", "IMAGE"]}}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"generationConfig": {"responseModalities": ["TEXT"]}}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let setting = exchange.prompt?.setting("responseModalities", "response_modalities") else { return [] }
        let modalities = setting.value.elements.compactMap(\.string)
        guard modalities.contains(where: { modality in modality.uppercased() == "IMAGE" }) else { return [] }
        let list = Excerpt(modalities.prefix(4).joined(separator: "+"))
        return [finding("\(setting.name) \(list)", where: "prompt.config.\(setting.name)", at: setting.place)]
    }
}
