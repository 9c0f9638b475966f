internal import CaptureReading
internal import JSONReading

/// A step of an interaction, or one of the contents in it, as the API writes them.
struct InteractionStep {
    private let step: JSONValue
    private let payload: Payload

    /// Takes a step or a content.
    init(_ step: JSONValue, in payload: Payload) {
        self.step = step
        self.payload = payload
    }

    /// The blocks that it is made of; a step that only begins has none yet.
    var blocks: [ContentBlock] {
        let type = step["type"]?.string ?? ""
        switch type {
        case "model_output", "user_input":
            return InteractionStep.contents(of: step["content"]).flatMap { content in
                InteractionStep(content, in: payload).blocks
            }
        case "text": return [text]
        case "thought": return [thought]
        case "function_call": return [functionCall]
        case "function_result":
            let response = ToolCallResponse(
                id: step.field("call_id", "id")?.filledWord, name: step["name"]?.string,
                response: step["result"] ?? step)
            return [made(.whole(.toolCallResponse(response)), except: ["call_id", "id", "name", "result"])]
        case "image", "audio", "video", "document": return [medium(of: Modality(rawValue: type) ?? .document)]
        case _ where step.kind == .string: return [words(step)]
        case _ where type.hasSuffix("_call"):
            return [made(.serverToolCall(name: String(type.dropLast(5)), raw: step, input: "arguments"), except: nil)]
        case _ where type.hasSuffix("_result"):
            return [made(.whole(.serverToolCallResponse(name: String(type.dropLast(7)), raw: step)), except: nil)]
        default: return [made(.whole(.other(type: type.isEmpty ? "unknown" : type, raw: step)), except: nil)]
        }
    }

    /// Contents as they stand: a list, one, or none.
    static func contents(of value: JSONValue?) -> [JSONValue] {
        guard let value, !value.isNull else { return [] }
        return value.isArray ? Array(value.elements) : [value]
    }

    private func words(_ text: JSONValue) -> ContentBlock {
        var words = ContentBlock(.words(.text), place: payload.place(of: text))
        words.text.append(text)
        return words
    }

    private var text: ContentBlock {
        var words = made(.words(.text), except: ["text", "annotations"])
        if let text = step["text"] { words.text.append(text) }
        words.annotations = InteractionStep.contents(of: step["annotations"])
        return words
    }

    /// A thought: the texts of its summary; other media in one are kept beside it.
    private var thought: ContentBlock {
        var words = made(.words(.reasoning), except: ["signature", "summary"])
        words.signature = step["signature"]?.filledWord
        for content in InteractionStep.contents(of: step["summary"]) {
            if let text = content.kind == .string ? content : content["text"] {
                words.text.append(text)
            } else {
                words.details.add(content, as: "summary")
            }
        }
        return words
    }

    private var functionCall: ContentBlock {
        let kind = ContentBlock.Kind.toolCall(id: step["id"]?.filledWord, name: step["name"]?.string ?? "")
        var call = made(kind, except: ["id", "name", "arguments", "signature"])
        call.signature = step["signature"]?.filledWord
        if let arguments = step["arguments"], !arguments.isNull {
            if arguments.kind == .string { call.text.append(arguments) } else { call.arguments = arguments }
        }
        return call
    }

    /// Data, or a file by its address.
    private func medium(of modality: Modality) -> ContentBlock {
        let type = step["mime_type"]?.string
        if let data = step["data"] {
            let blob = Blob(base64: data, declaredType: type, modality: modality, in: payload)
            return made(.whole(.blob(blob)), except: ["mime_type", "data"])
        }
        if let uri = step["uri"]?.filledWord {
            let file = FileReference(target: .uri(uri), declaredType: type, modality: modality)
            return made(.whole(.file(file)), except: ["mime_type", "uri"])
        }
        return made(.whole(.other(type: step["type"]?.string ?? "", raw: step)), except: nil)
    }

    /// A block at the place of its data or text; members that nothing has read are its details, unless it keeps itself
    /// verbatim.
    private func made(_ kind: ContentBlock.Kind, except read: Set<String>?) -> ContentBlock {
        var made = ContentBlock(kind, place: payload.place(of: step.field("data", "text") ?? step))
        if let read { made.details.add(membersOf: step, except: read.union(["type"])) }
        return made
    }
}
