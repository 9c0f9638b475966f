internal import CaptureReading
internal import Conversation

/// An answer by another model than the one that was asked.
///
/// A name with a version behind (`-001`, `-05-20`, `@001`) is the same model, whatever a cloud puts around it
/// (`us.anthropic.…`, `…-v1:0`) and however its words are ordered. A name that ends in `-latest` asks for whichever model
/// stands behind it, and so does an endpoint or a tuned model, which has a name of its own.
enum ModelSubstituted: Rule {
    static let descriptor = RuleDescriptor(
        id: "HST008", name: "model-substituted", severity: .medium,
        summary: "The answer names another model than the request.",
        why: "A proxy may pass requests to a cheaper model without saying so, or a name may have been redirected.",
        references: ["https://ai.google.dev/api/generate-content", "https://ai.google.dev/gemini-api/docs/models"],
        flagged: [
            """
            POST /v1beta/models/large:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK

            {"candidates": [], "modelVersion": "large-lite"}
            """,
            """
            POST /v1beta/models/large-3:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK

            {"candidates": [], "modelVersion": "large-3-5"}
            """,
        ],
        clean: [
            """
            POST /v1beta/models/large:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK

            {"candidates": [], "modelVersion": "models/large-001"}
            """,
            """
            POST /v1beta/models/eu.maker.large-3.5-v1:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK

            {"candidates": [], "modelVersion": "3.5-Large@20260101"}
            """,
            """
            POST /v1beta/models/large-latest:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK

            {"candidates": [], "modelVersion": "larger"}
            """,
            """
            POST /v1/projects/p/locations/l/endpoints/123:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK

            {"candidates": [], "modelVersion": "large-001"}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let model = exchange.prompt?.model, !aliases.contains(where: model.hasPrefix),
            let answered = exchange.answer?.model.map(name(of:))
        else { return [] }
        let asked = name(of: model)
        guard !isSame(asked, answered) else { return [] }
        return [
            finding(
                "asked \(Excerpt(asked)), answered by \(Excerpt(answered))", where: "answer.model",
                at: exchange.response?.body?.place)
        ]
    }

    /// The collections of what stands for a model under another name.
    private static let aliases = ["endpoints/", "tunedModels/"]

    /// A model's name without the collections that a resource name begins with: `publishers/google/models/…`.
    private static func name(of resource: String) -> String {
        resource.utf8.split(separator: UInt8(ascii: "/")).last.map { name in String(Substring(name)) } ?? resource
    }

    private static func isSame(_ asked: String, _ answered: String) -> Bool {
        asked == answered || asked.hasSuffix("-latest") || ModelName(answered).answers(ModelName(asked))
    }
}
