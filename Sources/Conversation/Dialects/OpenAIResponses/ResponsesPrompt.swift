internal import CaptureReading
internal import JSONReading

/// Reads requests of the Responses API.
enum ResponsesPrompt {
    /// What was asked; what is none of the known members is a setting.
    ///
    /// The model stands in the body, or is a deployment in the path.
    static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        var prompt = Prompt(model: url.flatMap { url in OpenAIPath(url).deployment })
        guard let request else { return prompt }
        for member in request.root.members {
            let value = member.value
            switch member.name {
            case "model" where value.kind == .string: prompt.model = value.filledWord ?? prompt.model
            case "input" where !value.isNull: prompt.messages = messages(value, in: request)
            case "instructions": prompt.system = messages(value, in: request).flatMap(\.parts)
            case "tools":
                prompt.tools = OpenAITools.tools(in: value, payload: request)
                prompt.toolsPlace = request.place(of: value)
            default:
                prompt.config.append(Setting(name: member.name, value: value, place: request.place(of: value)))
            }
        }
        return prompt
    }

    /// The turns: a text alone is the user's, and each item of a list is a turn.
    private static func messages(_ input: JSONValue, in payload: Payload) -> [Message] {
        guard !input.isNull else { return [] }
        return (input.isArray ? Array(input.elements) : [input]).map { item in message(item, in: payload) }
    }

    /// A turn.
    ///
    /// Calls and reasoning are the assistant's, their outputs a tool's, though no item of these says so.
    private static func message(_ item: JSONValue, in payload: Payload) -> Message {
        var parts = PartAccumulator()
        guard item.isObject else {
            OpenAIContent(payload: payload, joinsTexts: false).append(item, to: &parts)
            return Message(role: "user", parts: parts.finish())
        }
        ResponseItemReader(payload: payload, joinsTexts: false).append(item, to: &parts)
        let role = item["role"]?.filledWord ?? impliedRole(of: item["type"]?.string ?? "")
        return Message(role: role, parts: parts.finish())
    }

    private static func impliedRole(of type: String) -> String? {
        if type.hasSuffix("_output") { return "tool" }
        return type == "reasoning" || type.hasSuffix("_call") ? "assistant" : nil
    }
}
