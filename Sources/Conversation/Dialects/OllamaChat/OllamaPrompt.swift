internal import CaptureReading
internal import JSONReading

/// Reads what a model at Ollama was asked, by a chat or by a completion.
enum OllamaPrompt {
    /// The prompt of a request; empty when its content is no object.
    static func read(_ request: Payload?) -> Prompt {
        var prompt = Prompt()
        guard let request, request.root.isObject else { return prompt }
        for member in request.root.members {
            let value = member.value
            switch member.name {
            case "model": prompt.model = value.string ?? prompt.model
            case "messages": prompt.messages += value.elements.map { turn in OllamaMessage.message(turn, in: request) }
            case "system" where value.kind == .string: prompt.system = [text(value, in: request)]
            case "prompt" where value.kind == .string:
                prompt.messages.append(Message(role: "user", parts: [text(value, in: request)]))
            case "tools" where value.isArray:
                prompt.tools = value.elements.map { tool in
                    Tool(
                        name: tool["function"]?["name"]?.string ?? "", kind: .function, raw: tool,
                        place: request.place(of: tool))
                }
                prompt.toolsPlace = request.place(of: value)
            case "options" where value.isObject: prompt.config += settings(of: value, in: request)
            case "images": break
            case let name:
                prompt.config.append(Setting(name: name, value: value, place: request.place(of: value)))
            }
        }
        addImages(of: request, to: &prompt)
        return prompt
    }

    private static func text(_ value: JSONValue, in payload: Payload) -> MessagePart {
        MessagePart(.text(value.string ?? ""), place: payload.place(of: value))
    }

    private static func settings(of object: JSONValue, in payload: Payload) -> [Setting] {
        object.members.map { member in
            Setting(name: member.name, value: member.value, place: payload.place(of: member.value))
        }
    }

    /// The images of a completion stand beside its text.
    private static func addImages(of request: Payload, to prompt: inout Prompt) {
        let images = request.root["images"]?.elements.map { image in OllamaMessage.image(image, in: request) } ?? []
        guard !images.isEmpty else { return }
        if prompt.messages.isEmpty { prompt.messages = [Message(role: "user", parts: [])] }
        prompt.messages[prompt.messages.count - 1].parts += images
    }
}
