internal import CaptureReading
internal import JSONReading

/// Reads what a model of Cohere was asked, in either version.
enum CoherePrompt {
    /// The prompt of a request; empty when its content is no object.
    static func read(_ request: Payload?) -> Prompt {
        var prompt = Prompt()
        guard let request, request.root.isObject else { return prompt }
        for member in request.root.members {
            let value = member.value
            switch member.name {
            case "model": prompt.model = value.string ?? prompt.model
            case "messages", "chat_history":
                prompt.messages = value.elements.map { turn in message(turn, in: request) } + prompt.messages
            case "message" where value.kind == .string:
                prompt.messages.append(Message(role: "user", parts: [text(value, in: request)]))
            case "preamble" where value.kind == .string: prompt.system = [text(value, in: request)]
            case "tools" where value.isArray:
                prompt.tools = value.elements.map { tool in CoherePrompt.tool(tool, in: request) }
                prompt.toolsPlace = request.place(of: value)
            case "safety_mode" where !value.isNull:
                let place = request.place(of: value)
                prompt.safety = [SafetySetting(category: nil, threshold: value.filledWord, thresholdPlace: place)]
                prompt.safetyPlace = place
            case let name:
                prompt.config.append(Setting(name: name, value: value, place: request.place(of: value)))
            }
        }
        return prompt
    }

    private static func text(_ value: JSONValue, in payload: Payload) -> MessagePart {
        MessagePart(.text(value.string ?? ""), place: payload.place(of: value))
    }

    /// A tool of either version, or a connector that Cohere runs.
    private static func tool(_ tool: JSONValue, in payload: Payload) -> Tool {
        let name = tool["function"]?["name"] ?? tool["name"]
        return Tool(name: name?.string ?? "", kind: .function, raw: tool, place: payload.place(of: tool))
    }

    /// A turn; the first version has its text in `message`.
    private static func message(_ turn: JSONValue, in payload: Payload) -> Message {
        let role = turn["role"]?.string
        if role == "tool", let content = turn["content"] {
            let response = ToolCallResponse(id: turn["tool_call_id"]?.filledWord, name: nil, response: content)
            return Message(
                role: role, parts: [MessagePart(.toolCallResponse(response), place: payload.place(of: content))])
        }
        if let text = turn["message"], text.kind == .string {
            return Message(role: role, parts: [self.text(text, in: payload)])
        }
        var parts: [MessagePart] = []
        if let plan = turn["tool_plan"], let text = plan.filledWord {
            parts.append(MessagePart(.named(type: "tool_plan", text: text), place: payload.place(of: plan)))
        }
        if let content = turn["content"], !content.isNull {
            let contents = content.isArray ? Array(content.elements) : [content]
            parts += contents.map { content in part(content, in: payload) }
        }
        parts += turn["tool_calls"]?.elements.map { call in self.call(call, in: payload) } ?? []
        return Message(role: role, parts: parts)
    }

    private static func call(_ call: JSONValue, in payload: Payload) -> MessagePart {
        let function = call["function"] ?? call
        let arguments = CallArguments(function.field("arguments", "parameters"))
        let content = ToolCall(
            id: call["id"]?.filledWord, name: function["name"]?.string ?? "", argumentsText: arguments.text,
            arguments: arguments.value)
        return MessagePart(.toolCall(content), place: payload.place(of: call))
    }

    /// A content of a turn: text, thoughts, or an image by its address, which may hold the data.
    private static func part(_ content: JSONValue, in payload: Payload) -> MessagePart {
        if content.kind == .string { return text(content, in: payload) }
        let place = payload.place(of: content)
        switch content["type"]?.string {
        case "text":
            guard let text = content["text"], text.kind == .string else { break }
            return self.text(text, in: payload)
        case "thinking":
            guard let thinking = content["thinking"]?.string else { break }
            return MessagePart(.reasoning(thinking), place: place)
        case "image_url":
            guard let url = content["image_url"]?["url"],
                let image = DataURL.content(url, modality: .image, in: payload)
            else { break }
            return MessagePart(image, place: place)
        default: break
        }
        return MessagePart(.other(type: content["type"]?.string ?? "unknown", raw: content), place: place)
    }
}
