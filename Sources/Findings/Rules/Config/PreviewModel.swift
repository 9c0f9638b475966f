internal import CaptureReading
internal import Conversation

/// A model that its provider calls a preview or an experiment.
enum PreviewModel: Rule {
    static let descriptor = RuleDescriptor(
        id: "CFG005", name: "preview-model", severity: .low,
        summary: "The request asks for a preview of a model, or for an experimental one.",
        why: "It may change or be withdrawn at short notice, and has tighter limits.",
        references: ["https://ai.google.dev/gemini-api/docs/models#model-versions"],
        flagged: [
            """
            POST /v1beta/models/small-preview-01-01:generateContent HTTP/1.1

            {}
            """
        ],
        clean: [
            """
            POST /v1beta/models/small-001:generateContent HTTP/1.1

            {}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let model = exchange.prompt?.model, let word = word(in: model) else { return [] }
        return [finding("\(word) model \(Excerpt(model))", where: "prompt.model", at: exchange.request?.targetPlace)]
    }

    /// What the name says of the model, or nil when it says nothing.
    private static func word(in model: String) -> String? {
        let pieces = model.lowercased().utf8.split(separator: UInt8(ascii: "-")).map { piece in String(Substring(piece))
        }
        if pieces.contains("preview") { return "preview" }
        return pieces.contains("exp") || pieces.contains("experimental") ? "experimental" : nil
    }
}
