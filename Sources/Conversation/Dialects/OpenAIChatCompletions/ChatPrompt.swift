internal import CaptureReading
internal import JSONReading

/// Reads requests of Chat Completions.
enum ChatPrompt {
    /// What was asked; what is none of the known members is a setting.
    ///
    /// The model stands in the body, or is a deployment in the path. System messages stay among the turns, where they
    /// were sent.
    static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        var prompt = Prompt(model: url.flatMap { url in OpenAIPath(url).deployment })
        guard let request else { return prompt }
        for member in request.root.members {
            let value = member.value
            switch member.name {
            case "model" where value.kind == .string: prompt.model = value.filledWord ?? prompt.model
            case "messages" where value.isArray:
                prompt.messages = value.elements.map { message in self.message(message, in: request) }
            case "tools", "functions":
                guard let tools = OpenAITools.tools(in: value, payload: request) else { continue }
                prompt.tools = (prompt.tools ?? []) + tools
                prompt.toolsPlace = prompt.toolsPlace ?? request.place(of: value)
            default:
                prompt.config.append(Setting(name: member.name, value: value, place: request.place(of: value)))
            }
        }
        return prompt
    }

    /// A turn; what a tool answered is a part of its own kind, and a text alone is a turn without a role.
    private static func message(_ message: JSONValue, in payload: Payload) -> Message {
        var details = DetailList()
        var accumulator = ChatMessageAccumulator(joinsTexts: false)
        guard message.isObject else {
            var parts = PartAccumulator()
            OpenAIContent(payload: payload, joinsTexts: false).append(message, to: &parts)
            return Message(role: nil, parts: parts.finish())
        }
        let role = message["role"]?.string
        if role == "tool" || role == "function" { return toolMessage(message, role: role, in: payload) }
        accumulator.append(message, isWhole: true, details: &details, in: payload)
        let parts = accumulator.finish(details: &details).parts
        return Message(role: role, parts: parts, details: details.details)
    }

    /// What a tool answered.
    private static func toolMessage(_ message: JSONValue, role: String?, in payload: Payload) -> Message {
        var details = DetailList()
        details.add(membersOf: message, except: ["role", "tool_call_id", "name", "content"])
        let response = ToolCallResponse(
            id: message["tool_call_id"]?.filledWord, name: message["name"]?.filledWord,
            response: message["content"] ?? message)
        let part = MessagePart(.toolCallResponse(response), place: payload.place(of: message["content"] ?? message))
        return Message(role: role, parts: [part], details: details.details)
    }
}
