internal import CaptureReading

/// Every dialect that is understood, by name.
public enum DialectCatalog {
    /// The dialects.
    public static let all: [any APIDialect.Type] = [
        AnthropicComplete.self,
        AnthropicMessages.self,
        BedrockConverse.self,
        BedrockInvoke.self,
        CohereChat.self,
        GeminiGenerateContent.self,
        GeminiInteractions.self,
        OllamaChat.self,
        OllamaGenerate.self,
        OpenAIChatCompletions.self,
        OpenAICompletions.self,
        OpenAIResponses.self,
    ]

    /// The dialect that claims an exchange with the most confidence, or nil when none does; of equals the first in the
    /// list.
    static func recognise(_ evidence: DialectEvidence) -> (any APIDialect.Type)? {
        let claims = all.map { dialect in (dialect: dialect, confidence: dialect.recognise(evidence)) }
        guard let best = claims.map(\.confidence).max(), best > .none else { return nil }
        return claims.first { claim in claim.confidence == best }?.dialect
    }
}
