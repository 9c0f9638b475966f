internal import CaptureReading
internal import JSONReading

/// A content block as the API writes it, in a prompt, in a whole answer, or at its beginning in a stream.
struct AnthropicBlock {
    private let block: JSONValue
    private let payload: Payload

    /// What the API calls a summary of the context.
    static let compaction = "compaction"

    /// Takes a block.
    init(_ block: JSONValue, in payload: Payload) {
        self.block = block
        self.payload = payload
    }

    /// The blocks of a content: a list of them, or one text.
    static func all(in content: JSONValue, of payload: Payload) -> [ContentBlock] {
        list(content).map { block in AnthropicBlock(block, in: payload).contentBlock }
    }

    /// The blocks of a content as they stand: null is none.
    static func list(_ content: JSONValue) -> [JSONValue] {
        content.isArray ? Array(content.elements) : content.isNull ? [] : [content]
    }

    /// The part that the block is in a prompt, followed by the data that a tool's result holds.
    var parts: [MessagePart] {
        let part = contentBlock.part.part
        guard block["type"]?.string == "tool_result", let content = block["content"] else { return [part] }
        let media = content.elements.filter { inner in AnthropicBlock.media.contains(inner["type"]?.string ?? "") }
        return [part] + media.map { inner in AnthropicBlock(inner, in: payload).contentBlock.part.part }
    }

    /// The blocks that hold data or name a file.
    private static let media: Set = ["image", "document"]

    /// The block, to which pieces may be added.
    var contentBlock: ContentBlock {
        if block.kind == .string {
            var words = ContentBlock(.words(.text), place: payload.place(of: block))
            words.text.append(block)
            return words
        }
        let type = block["type"]?.string ?? ""
        switch type {
        case "text": return words(.text, in: "text")
        case "thinking": return words(.reasoning, in: "thinking")
        case "redacted_thinking": return redacted
        case "tool_use": return toolUse
        case "server_tool_use", "mcp_tool_use":
            let name = block["name"]?.string ?? ""
            return made(.serverToolCall(name: name, raw: block, input: "input"), except: nil)
        case "tool_result":
            let response = ToolCallResponse(
                id: block["tool_use_id"]?.string, name: nil, response: block["content"] ?? block)
            return made(.whole(.toolCallResponse(response)), except: ["tool_use_id", "content"])
        case "image", "document": return made(.whole(AnthropicSource(block, in: payload).content), except: ["source"])
        case AnthropicBlock.compaction: return compaction
        case _ where type.hasSuffix(AnthropicBlock.serverResult):
            let name = String(type.dropLast(AnthropicBlock.serverResult.count))
            return made(.whole(.serverToolCallResponse(name: name, raw: block)), except: nil)
        default: return made(.whole(.other(type: type.isEmpty ? "unknown" : type, raw: block)), except: nil)
        }
    }

    /// How the types of results end that the provider's own tools give.
    private static let serverResult = "_tool_result"

    /// A block of text with what came of it so far; text that is no string is kept beside it.
    private func words(_ kind: PartAccumulator.TextKind, in member: String) -> ContentBlock {
        let text = block[member]
        let isText = text?.kind == .string
        var words = made(
            .words(kind), except: isText ? [member, "signature", "citations"] : ["signature", "citations"])
        if let text, isText { words.text.append(text) }
        if let signature = block["signature"]?.string, !signature.isEmpty { words.signature = signature }
        if let citations = block["citations"], !citations.isNull {
            words.annotations = citations.isArray ? Array(citations.elements) : [citations]
        }
        return words
    }

    private var redacted: ContentBlock {
        var words = made(.words(.reasoning), except: ["data"])
        words.redacted = block["data"]?.string ?? ""
        return words
    }

    private var toolUse: ContentBlock {
        let call = ContentBlock.Kind.toolCall(id: block["id"]?.string, name: block["name"]?.string ?? "")
        var words = made(call, except: ["id", "name", "input"])
        words.arguments = block["input"].flatMap { input in input.isNull ? nil : input }
        return words
    }

    private var compaction: ContentBlock {
        var words = made(.named(AnthropicBlock.compaction), except: ["content"])
        if let text = block["content"] { words.text.append(text) }
        return words
    }

    /// A block at the place of its first value; members that nothing has read are its details, unless it keeps itself
    /// verbatim.
    private func made(_ kind: ContentBlock.Kind, except read: Set<String>?) -> ContentBlock {
        let value = ["text", "thinking", "data"].lazy.compactMap { name in block[name] }.first ?? block
        var made = ContentBlock(kind, place: payload.place(of: block["source"]?["data"] ?? value))
        if let read { made.details.add(membersOf: block, except: read.union(["type"])) }
        return made
    }
}
