internal import CaptureReading
internal import Conversation

/// A provider's API that is spoken to a host that is neither the provider's nor this machine.
enum ProviderPathOnForeignHost: Rule {
    static let descriptor = RuleDescriptor(
        id: "HST001", name: "provider-path-on-foreign-host", severity: .high,
        summary: "The API of a provider is called on a host that is not the provider's.",
        why: "Prompts, images and the key pass through a third party, which can read, keep and change them.",
        references: ["https://ai.google.dev/api/generate-content", "RFC 9110 §17.2"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1
            Host: relay.example

            {}
            """,
            """
            POST /v1/chat/completions HTTP/1.1
            Host: relay.example

            {}
            """,
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1
            Host: generativelanguage.googleapis.com

            {}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1
            Host: localhost:8080

            {}
            """,
            """
            POST /v1/chat/completions HTTP/1.1
            Host: api.openai.com

            {}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let dialect = exchange.conversation.dialect, exchange.conversation.vendor?.isOfficial == false else {
            return []
        }
        let owner = owners[dialect.id] ?? dialect.title
        let message = "\(dialect.title) API path on a host that is not \(owner)'s"
        return [finding(message, where: "request.url", at: exchange.request?.targetPlace)]
    }

    /// Who serves a dialect, where the dialect is not called by that name.
    private static let owners: [DialectID: String] = [
        GeminiGenerateContent.id: "Google",
        OpenAIChatCompletions.id: "a known provider",
        OpenAICompletions.id: "a known provider",
        OpenAIResponses.id: "a known provider",
    ]
}
