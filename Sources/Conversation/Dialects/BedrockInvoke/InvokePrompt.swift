internal import CaptureReading
internal import JSONReading

/// Reads what a model at Bedrock was asked in its own shape.
enum InvokePrompt {
    /// The prompt of a request; empty when its content is no object.
    static func read(_ request: Payload?) -> Prompt {
        guard let request, request.root.isObject else { return Prompt() }
        if request.root["anthropic_version"] != nil, request.root["messages"] != nil {
            return AnthropicPrompt.read(request)
        }
        if request.root["message"]?.kind == .string { return CoherePrompt.read(request) }
        if let turn = request.root["messages"]?[0] {
            return isConverse(turn) ? ConversePrompt.read(request) : AnthropicPrompt.read(request)
        }
        return text(request)
    }

    /// Whether the contents of a turn have no type, as those of Nova have none.
    private static func isConverse(_ turn: JSONValue) -> Bool {
        turn["content"]?[0].map { content in content.isObject && content["type"] == nil } ?? false
    }

    /// The prompt of a request that is one text with its settings.
    private static func text(_ request: Payload) -> Prompt {
        var prompt = Prompt()
        for member in request.root.members {
            let value = member.value
            switch member.name {
            case "prompt" where value.kind == .string, "inputText" where value.kind == .string:
                let part = MessagePart(.text(value.string ?? ""), place: request.place(of: value))
                prompt.messages = [Message(role: "user", parts: [part])]
            case "textGenerationConfig" where value.isObject:
                prompt.config += value.members.map { inner in
                    Setting(name: inner.name, value: inner.value, place: request.place(of: inner.value))
                }
            case let name:
                prompt.config.append(Setting(name: name, value: value, place: request.place(of: value)))
            }
        }
        return prompt
    }
}
