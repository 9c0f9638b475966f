internal import CaptureReading
internal import JSONReading

/// Reads what an Anthropic model was asked.
enum AnthropicPrompt {
    /// The prompt of a request; empty when its content is no object.
    static func read(_ request: Payload?) -> Prompt {
        var prompt = Prompt()
        guard let request, request.root.isObject else { return prompt }
        for member in request.root.members {
            let value = member.value
            switch member.name {
            case "model": prompt.model = value.string ?? prompt.model
            case "system": prompt.system = parts(of: value, in: request)
            case "messages":
                prompt.messages = value.elements.map { turn in
                    let content = turn["content"].map { content in parts(of: content, in: request) }
                    return Message(role: turn["role"]?.string, parts: content ?? [])
                }
            case "tools" where !value.isNull:
                prompt.tools = value.elements.map { tool in AnthropicPrompt.tool(tool, in: request) }
                prompt.toolsPlace = request.place(of: value)
            case let name:
                prompt.config.append(Setting(name: name, value: value, place: request.place(of: value)))
            }
        }
        return prompt
    }

    /// The parts of a content: one text, or a list of blocks.
    private static func parts(of content: JSONValue, in payload: Payload) -> [MessagePart] {
        AnthropicBlock.list(content).flatMap { block in AnthropicBlock(block, in: payload).parts }
    }

    /// The beginnings of the types of tools that Anthropic defines and the client runs.
    private static let clientTools = ["bash_", "text_editor_", "computer_", "memory_"]

    /// A tool; those without a type are the client's own.
    private static func tool(_ tool: JSONValue, in payload: Payload) -> Tool {
        let type = tool["type"]?.string ?? "custom"
        let isFunction = type == "custom" || clientTools.contains { beginning in type.hasPrefix(beginning) }
        return Tool(
            name: tool["name"]?.string ?? type, kind: isFunction ? .function : .server, raw: tool,
            place: payload.place(of: tool))
    }
}
