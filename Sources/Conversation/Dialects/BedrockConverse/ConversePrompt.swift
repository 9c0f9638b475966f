internal import CaptureReading
internal import JSONReading

/// Reads what a model was asked by Converse, or by Nova's own requests, which have the same members.
enum ConversePrompt {
    /// The prompt of a request; empty when its content is no object.
    static func read(_ request: Payload?) -> Prompt {
        var prompt = Prompt()
        guard let request, request.root.isObject else { return prompt }
        for member in request.root.members {
            let value = member.value
            switch member.name {
            case "modelId": prompt.model = value.string ?? prompt.model
            case "system": prompt.system = parts(of: value, in: request)
            case "messages":
                prompt.messages = value.elements.map { turn in
                    Message(role: turn["role"]?.string, parts: turn["content"].map { parts(of: $0, in: request) } ?? [])
                }
            case "toolConfig" where value.isObject:
                readTools(of: value, in: request, into: &prompt)
            case "inferenceConfig" where value.isObject:
                prompt.config += value.members.map { inner in
                    Setting(name: inner.name, value: inner.value, place: request.place(of: inner.value))
                }
            case let name:
                prompt.config.append(Setting(name: name, value: value, place: request.place(of: value)))
            }
        }
        return prompt
    }

    /// The parts of a content: blocks, or one text where a request takes liberties.
    private static func parts(of content: JSONValue, in payload: Payload) -> [MessagePart] {
        if let text = content.string { return [MessagePart(.text(text), place: payload.place(of: content))] }
        return content.elements.flatMap { block in ConverseBlock(block, in: payload).parts }
    }

    private static func readTools(of config: JSONValue, in payload: Payload, into prompt: inout Prompt) {
        for member in config.members {
            let value = member.value
            if member.name == "tools", value.isArray {
                prompt.tools = value.elements.map { tool in ConversePrompt.tool(tool, in: payload) }
                prompt.toolsPlace = payload.place(of: value)
            } else {
                prompt.config.append(Setting(name: member.name, value: value, place: payload.place(of: value)))
            }
        }
    }

    /// A tool: a function by its specification, or one of Bedrock's own.
    private static func tool(_ tool: JSONValue, in payload: Payload) -> Tool {
        let place = payload.place(of: tool)
        if let specification = tool["toolSpec"] {
            return Tool(name: specification["name"]?.string ?? "", kind: .function, raw: tool, place: place)
        }
        let key = tool.members.lazy.map(\.name).first { _ in true } ?? ""
        return Tool(name: tool[key]?["name"]?.string ?? key, kind: .server, raw: tool, place: place)
    }
}
