internal import CaptureReading
internal import JSONReading

/// Reads what an interaction was asked.
enum InteractionPrompt {
    /// The prompt of a request; empty when its content is no object.
    static func read(_ request: Payload?) -> Prompt {
        var prompt = Prompt()
        guard let request, request.root.isObject else { return prompt }
        for member in request.root.members {
            let value = member.value
            switch member.name {
            case "model": prompt.model = value.string ?? prompt.model
            case "input": prompt.messages = messages(value, in: request)
            case "system_instruction": prompt.system = parts(of: value, in: request)
            case "tools" where value.isArray:
                prompt.tools = value.elements.map { tool in InteractionPrompt.tool(tool, in: request) }
                prompt.toolsPlace = request.place(of: value)
            case "safety_settings" where value.isArray:
                prompt.safety = value.elements.map { setting in safety(setting, in: request) }
                prompt.safetyPlace = request.place(of: value)
            case "generation_config" where value.isObject:
                prompt.config += value.members.map { inner in
                    Setting(name: inner.name, value: inner.value, place: request.place(of: inner.value))
                }
            case let name:
                prompt.config.append(Setting(name: name, value: value, place: request.place(of: value)))
            }
        }
        return prompt
    }

    /// The turns of an input: a text, contents, turns with their roles, or steps, each of which is somebody's.
    private static func messages(_ input: JSONValue, in payload: Payload) -> [Message] {
        var messages: [Message] = []
        for entry in InteractionStep.contents(of: input) {
            if let role = entry["role"]?.string {
                messages.append(Message(role: role, parts: parts(of: entry["content"], in: payload)))
            } else {
                let role = role(of: entry)
                // Contents that follow each other are one turn, and so are the steps of a model.
                if messages.last?.role != role { messages.append(Message(role: role, parts: [])) }
                messages[messages.count - 1].parts += parts(of: entry, in: payload)
            }
        }
        return messages
    }

    /// Whose step it is: a model thinks, says and calls; all else comes from the user.
    private static func role(of step: JSONValue) -> String {
        let type = step["type"]?.string ?? ""
        let isAnswered = type == "function_result" || !type.hasSuffix("_result")
        let isOfModel = type == "model_output" || type == "thought" || type.hasSuffix("_call") || !isAnswered
        return isOfModel ? "model" : "user"
    }

    private static func parts(of content: JSONValue?, in payload: Payload) -> [MessagePart] {
        InteractionStep.contents(of: content).flatMap { content in
            InteractionStep(content, in: payload).blocks.map(\.part.part)
        }
    }

    /// A tool: a function of the client, or one of Google's by its type.
    private static func tool(_ tool: JSONValue, in payload: Payload) -> Tool {
        let type = tool["type"]?.string ?? ""
        return Tool(
            name: tool["name"]?.string ?? type, kind: type == "function" ? .function : .server, raw: tool,
            place: payload.place(of: tool))
    }

    /// A filter setting, whose words are in small letters here.
    private static func safety(_ setting: JSONValue, in payload: Payload) -> SafetySetting {
        let category = setting.field("type", "category")
        let threshold = setting["threshold"]
        return SafetySetting(
            category: category?.filledWord, threshold: threshold?.filledWord,
            categoryPlace: payload.place(of: category ?? setting),
            thresholdPlace: payload.place(of: threshold ?? setting))
    }
}
