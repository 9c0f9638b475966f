internal import CaptureReading
internal import JSONReading

/// Reads the items that a conversation is made of in the Responses API, in an answer's `output` or a request's `input`.
struct ResponseItemReader {
    /// The payload that holds the items.
    let payload: Payload

    /// Whether texts that follow each other are one part, as `OpenAIContent` has it.
    let joinsTexts: Bool

    /// Adds the parts of an item that is whole; what no kind of part fits is kept as it is, under its type.
    func append(_ item: JSONValue, to parts: inout PartAccumulator) {
        switch item["type"]?.string ?? (item["role"] != nil ? "message" : nil) {
        case "message"?: append(message: item, to: &parts)
        case "reasoning"?: append(reasoning: item, to: &parts)
        case let type: parts.append(part(item, type: type))
        }
    }

    /// Adds a message's content; what is said of the message is said of its last part, where it has any.
    private func append(message item: JSONValue, to parts: inout PartAccumulator) {
        let first = parts.count
        OpenAIContent(payload: payload, joinsTexts: joinsTexts).append(item["content"] ?? item, to: &parts)
        let isJoined = joinsTexts && parts.count > 0 && (item["content"]?.count ?? 0) > 0
        guard parts.count > first || isJoined else { return }
        for detail in details(of: item, except: ["type", "role", "content", "status"]) {
            for value in detail.values { parts.note(value, as: detail.name, at: parts.count - 1) }
        }
    }

    /// Adds reasoning: each text of the summary, then each of the reasoning itself, then what is encrypted.
    private func append(reasoning item: JSONValue, to parts: inout PartAccumulator) {
        let first = parts.count
        let content = OpenAIContent(payload: payload, joinsTexts: false)
        for list in [item.field("summary"), item.field("content")] {
            guard let list else { continue }
            for text in list.isArray ? Array(list.elements) : [list] {
                if text.kind == .string {
                    content.append(text: text, as: .reasoning, to: &parts)
                } else {
                    content.append(text, to: &parts)
                }
            }
        }
        append(encryptedOf: item, to: &parts)
        if parts.count == first { parts.beginText(as: .reasoning, place: payload.place(of: item)) }
        for detail in details(of: item, except: ["type", "summary", "content", "encrypted_content"]) {
            for value in detail.values { parts.note(value, as: detail.name, at: first) }
        }
    }

    /// Adds what is encrypted of reasoning.
    func append(encryptedOf item: JSONValue, to parts: inout PartAccumulator) {
        guard let encrypted = item["encrypted_content"]?.filledWord else { return }
        var part = MessagePart(.reasoning(""), place: payload.place(of: item))
        part.redacted = encrypted
        parts.append(part)
    }

    /// An item that is one part.
    func part(_ item: JSONValue, type: String?) -> MessagePart {
        let place = payload.place(of: item)
        switch type {
        case "function_call"?, "custom_tool_call"?:
            return call(item, arguments: CallArguments(item["arguments"] ?? item["input"]))
        case "function_call_output"?, "custom_tool_call_output"?:
            let response = ToolCallResponse(
                id: item["call_id"]?.filledWord, name: item["name"]?.filledWord, response: item["output"] ?? item)
            let details = details(of: item, except: ["type", "call_id", "name", "output"])
            return MessagePart(.toolCallResponse(response), details: details, place: place)
        case "image_generation_call"? where item["result"]?.isFilledString == true:
            return image(item["result"], of: item)
        case "compaction"?:
            var part = MessagePart(
                .named(type: "compaction", text: ""),
                details: details(of: item, except: ["type", "encrypted_content"]),
                place: place)
            part.redacted = item["encrypted_content"]?.filledWord
            return part
        case let type? where ResponseItemReader.serverCalls.contains(type):
            return MessagePart(.serverToolCall(name: item["name"]?.filledWord ?? type, raw: item), place: place)
        case let type:
            return MessagePart(.other(type: type ?? "item", raw: item), place: place)
        }
    }

    /// The calls that the provider runs itself; those of other types may be the client's to run.
    private static let serverCalls: Set = [
        "code_interpreter_call", "file_search_call", "mcp_call", "web_search_call",
    ]

    /// A call that the client has to answer; the type is told where it is not that of a function.
    func call(_ item: JSONValue, arguments: CallArguments) -> MessagePart {
        let call = ToolCall(
            id: item["call_id"]?.filledWord, name: item["name"]?.filledWord ?? "", argumentsText: arguments.text,
            arguments: arguments.value)
        let isFunction = item["type"]?.string == "function_call"
        let read: Set = ["call_id", "name", "arguments", "input"]
        let details = details(of: item, except: isFunction ? read.union(["type"]) : read)
        return MessagePart(.toolCall(call), details: details, place: payload.place(of: item))
    }

    /// An image that the provider made, or what there is of it so far.
    func image(_ data: JSONValue?, of item: JSONValue) -> MessagePart {
        let type = item["output_format"]?.filledWord.map { format in "image/\(format)" }
        let blob = Blob(base64: data, declaredType: type, modality: .image, in: payload)
        return MessagePart(
            .blob(blob), details: details(of: item, except: ["type", "result", "partial_image_b64"]),
            place: data.flatMap(payload.place))
    }

    /// The members of an item that were not read, as details; null says nothing.
    private func details(of item: JSONValue, except read: Set<String>) -> [MessageDetail] {
        item.members.filter { member in !member.value.isNull && !read.contains(member.name) }.map { member in
            MessageDetail(name: member.name, values: [member.value])
        }
    }
}
