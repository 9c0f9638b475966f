internal import CaptureReading
internal import JSONReading

/// Reads the parts of Ollama's messages, which are the same in a prompt and in an answer.
enum OllamaMessage {
    /// A call: its arguments are an object, and an id is rare.
    static func toolCall(_ call: JSONValue, in payload: Payload) -> MessagePart {
        let function = call["function"]
        let arguments = CallArguments(function?["arguments"])
        let content = ToolCall(
            id: call["id"]?.filledWord, name: function?["name"]?.string ?? "", argumentsText: arguments.text,
            arguments: arguments.value)
        return MessagePart(.toolCall(content), place: payload.place(of: call))
    }

    /// An image: base64 without a type.
    static func image(_ image: JSONValue, in payload: Payload) -> MessagePart {
        let blob = Blob(base64: image, declaredType: nil, modality: .image, in: payload)
        return MessagePart(.blob(blob), place: payload.place(of: image))
    }

    /// A turn of a prompt.
    static func message(_ turn: JSONValue, in payload: Payload) -> Message {
        let role = turn["role"]?.string
        var parts: [MessagePart] = []
        if let thinking = turn["thinking"]?.filledWord {
            parts.append(MessagePart(.reasoning(thinking), place: turn["thinking"].flatMap(payload.place)))
        }
        if role == "tool", let content = turn["content"] {
            let response = ToolCallResponse(
                id: turn["tool_call_id"]?.filledWord, name: turn.field("tool_name", "name")?.string, response: content)
            parts.append(MessagePart(.toolCallResponse(response), place: payload.place(of: content)))
        } else if let content = turn["content"], let text = content.filledWord {
            parts.append(MessagePart(.text(text), place: payload.place(of: content)))
        }
        for image in turn["images"]?.elements.map({ image in image }) ?? [] {
            parts.append(OllamaMessage.image(image, in: payload))
        }
        for call in turn["tool_calls"]?.elements.map({ call in call }) ?? [] {
            parts.append(toolCall(call, in: payload))
        }
        return Message(role: role, parts: parts)
    }
}
