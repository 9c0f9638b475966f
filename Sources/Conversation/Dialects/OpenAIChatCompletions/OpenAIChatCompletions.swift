public import CaptureReading
public import JSONReading

/// Chat Completions: OpenAI, Azure, and the many servers that are compatible.
///
/// https://platform.openai.com/docs/api-reference/chat
public enum OpenAIChatCompletions: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "openai.chat_completions")

    /// What people call it.
    public static let title = "Chat Completions"

    /// Who serves it with models of their own, or is known to pass it on.
    public static let officialHosts = CompatibleHost.all.map(\.pattern)

    /// The path tells; without it an answer's own members do, and without an answer the request's.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        switch evidence.url.flatMap({ url in OpenAIPath(url).operation }) {
        case .chatCompletions?: return .certain
        case .completions?, .responses?: return .none
        case nil: break
        }
        if let payload = evidence.firstPayload, isAnswer(payload) { return .likely }
        return evidence.unanswered.map(isRequest) == true ? .possible : .none
    }

    /// Whether a payload is a chunk of an answer, or a whole one.
    private static func isAnswer(_ payload: JSONValue) -> Bool {
        if let object = payload["object"]?.string, object == "chat.completion" || object == "chat.completion.chunk" {
            return true
        }
        return payload["choices"]?.elements.contains { choice in
            choice["delta"]?.isObject == true || choice["message"]?.isObject == true
        } ?? false
    }

    /// Whether a request asks a model with messages that each have a role.
    private static func isRequest(_ request: JSONValue) -> Bool {
        guard request["model"]?.kind == .string, let messages = request["messages"], messages.count > 0 else {
            return false
        }
        return messages.elements.allSatisfy { message in message["role"]?.kind == .string }
    }

    /// What was asked.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        ChatPrompt.prompt(of: request, url: url)
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        ChoicesAssembler(defaultRole: "assistant")
    }

    /// The text that a chunk adds.
    public static func addedText(in event: JSONValue) -> AddedText? { ChoicesChunkText.added(by: event) }
}
