public import CaptureReading
internal import JSONReading

/// Anthropic's text completions, which came before its messages.
///
/// https://platform.claude.com/docs/en/api/complete
public enum AnthropicComplete: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "anthropic.complete")

    /// What people call it.
    public static let title = "Anthropic Text Completions"

    /// Anthropic's own host.
    public static let officialHosts = ["api.anthropic.com"]

    /// The path tells; without it the first payload's own members do.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        if evidence.url?.path.hasSuffix("/v1/complete") == true { return .certain }
        return evidence.firstPayload.map(isAnswer) == true ? .likely : .none
    }

    /// Whether a payload is a completion, whole or in part.
    static func isAnswer(_ payload: JSONValue) -> Bool {
        payload["completion"]?.kind == .string && payload["stop_reason"] != nil
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        CompletionAssembler()
    }

    /// What was asked: one text, in which the turns are written out.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        var prompt = Prompt()
        guard let request, request.root.isObject else { return prompt }
        for member in request.root.members {
            let value = member.value
            switch member.name {
            case "model": prompt.model = value.string ?? prompt.model
            case "prompt":
                guard let text = value.string else { continue }
                let part = MessagePart(.text(text), place: request.place(of: value))
                prompt.messages = [Message(role: "user", parts: [part])]
            case let name:
                prompt.config.append(Setting(name: name, value: value, place: request.place(of: value)))
            }
        }
        return prompt
    }
}
