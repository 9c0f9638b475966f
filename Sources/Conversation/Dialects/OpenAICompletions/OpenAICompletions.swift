public import CaptureReading
public import JSONReading

/// The older completions, which go on with a text: OpenAI until 2024, and servers of open models.
///
/// https://platform.openai.com/docs/api-reference/completions
public enum OpenAICompletions: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "openai.completions")

    /// What people call it.
    public static let title = "Completions"

    /// Who serves it with models of their own, or is known to pass it on.
    public static let officialHosts = CompatibleHost.all.map(\.pattern)

    /// The path tells; without it an answer's own members do.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        switch evidence.url.flatMap({ url in OpenAIPath(url).operation }) {
        case .completions?: .certain
        case .chatCompletions?, .responses?: .none
        case nil: evidence.firstPayload.map(isAnswer) == true ? .likely : .none
        }
    }

    /// Whether a payload is a chunk of an answer, or a whole one; chats have a message or a piece of one beside the text.
    private static func isAnswer(_ payload: JSONValue) -> Bool {
        guard let choices = payload["choices"], choices.isArray else { return false }
        if payload["object"]?.string == "text_completion" { return true }
        return choices.elements.contains { choice in
            choice["text"]?.kind == .string && choice["delta"] == nil && choice["message"] == nil
        }
    }

    /// What was asked; what is none of the known members is a setting.
    ///
    /// Each text of a list is a prompt of its own; one in tokens is kept as it is.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        var prompt = Prompt(model: url.flatMap { url in OpenAIPath(url).deployment })
        guard let request else { return prompt }
        for member in request.root.members {
            let value = member.value
            switch member.name {
            case "model" where value.kind == .string: prompt.model = value.filledWord ?? prompt.model
            case "prompt" where !value.isNull: prompt.messages = messages(value, in: request)
            default:
                prompt.config.append(Setting(name: member.name, value: value, place: request.place(of: value)))
            }
        }
        return prompt
    }

    private static func messages(_ prompt: JSONValue, in payload: Payload) -> [Message] {
        let isList = prompt.isArray && prompt.elements.contains { element in element.kind != .number }
        return (isList ? Array(prompt.elements) : [prompt]).map { prompt in
            let content: PartContent = prompt.string.map(PartContent.text) ?? .other(type: "prompt", raw: prompt)
            return Message(role: "user", parts: [MessagePart(content, place: payload.place(of: prompt))])
        }
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        ChoicesAssembler(defaultRole: "assistant")
    }

    /// The text that a chunk adds.
    public static func addedText(in event: JSONValue) -> AddedText? { ChoicesChunkText.added(by: event) }
}
