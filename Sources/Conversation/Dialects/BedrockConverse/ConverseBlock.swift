internal import CaptureReading
internal import JSONReading

/// A content block of Converse, in a prompt, in a whole answer, or at its beginning in a stream: an object whose one
/// member says what it is.
struct ConverseBlock {
    private let block: JSONValue
    private let payload: Payload

    /// Takes a block.
    init(_ block: JSONValue, in payload: Payload) {
        self.block = block
        self.payload = payload
    }

    /// The blocks that hold data or name a file.
    private static let media: [(name: String, modality: Modality)] = [
        ("image", .image), ("document", .document), ("video", .video), ("audio", .audio),
    ]

    /// The parts that the block is in a prompt: a tool's result is followed by the data in it.
    var parts: [MessagePart] {
        guard let part = contentBlock?.part.part else { return [] }
        let content = block["toolResult"]?["content"]?.elements.map { inner in inner } ?? []
        let media = content.filter { inner in ConverseBlock.media.contains { medium in inner[medium.name] != nil } }
        return [part] + media.flatMap { inner in ConverseBlock(inner, in: payload).parts }
    }

    /// The block, to which pieces may be added; nil for an empty object, which says nothing.
    var contentBlock: ContentBlock? {
        guard block.count > 0 || !block.isObject else { return nil }
        if let text = block["text"], text.kind == .string { return words(text, as: .text) }
        if let call = block["toolUse"], call.isObject { return toolUse(call) }
        if let result = block["toolResult"], result.isObject { return toolResult(result) }
        if let reasoning = block["reasoningContent"], reasoning.isObject { return self.reasoning(reasoning) }
        if let cited = block["citationsContent"], cited.isObject { return citations(cited) }
        if let guarded = block["guardContent"] {
            if let text = guarded["text"]?["text"], text.kind == .string {
                var words = words(text, as: .text)
                words.details.add(guarded, as: "guardContent")
                return words
            }
            if let image = guarded["image"] { return medium(image, of: .image) }
        }
        for (name, modality) in ConverseBlock.media {
            if let medium = block[name], medium.isObject { return self.medium(medium, of: modality) }
        }
        return other
    }

    private func words(_ text: JSONValue, as kind: PartAccumulator.TextKind) -> ContentBlock {
        var words = ContentBlock(.words(kind), place: payload.place(of: text))
        words.text.append(text)
        return words
    }

    /// A call; Nova marks those that Bedrock runs itself.
    private func toolUse(_ call: JSONValue) -> ContentBlock {
        let name = call["name"]?.string ?? ""
        let place = payload.place(of: call)
        if call["type"]?.string == "server_tool_use" {
            return ContentBlock(.serverToolCall(name: name, raw: call, input: "input"), place: place)
        }
        var made = ContentBlock(.toolCall(id: call["toolUseId"]?.filledWord, name: name), place: place)
        if let input = call["input"], !input.isNull {
            if input.kind == .string { made.text.append(input) } else { made.arguments = input }
        }
        made.details.add(membersOf: call, except: ["toolUseId", "name", "input"])
        return made
    }

    /// The result of a call; one that Bedrock ran says of which of its tools.
    private func toolResult(_ result: JSONValue) -> ContentBlock {
        let place = payload.place(of: result)
        if let type = result["type"]?.string {
            let ending = "_result"
            let name = type.hasSuffix(ending) ? String(type.dropLast(ending.count)) : type
            return ContentBlock(.whole(.serverToolCallResponse(name: name, raw: block)), place: place)
        }
        let response = ToolCallResponse(
            id: result["toolUseId"]?.filledWord, name: nil, response: result["content"] ?? result)
        var made = ContentBlock(.whole(.toolCallResponse(response)), place: place)
        made.details.add(membersOf: result, except: ["toolUseId", "content"])
        return made
    }

    private func reasoning(_ reasoning: JSONValue) -> ContentBlock {
        var made = ContentBlock(.words(.reasoning), place: payload.place(of: reasoning))
        if let text = reasoning["reasoningText"] {
            if let words = text["text"] { made.text.append(words) }
            made.signature = text["signature"]?.filledWord
        }
        made.redacted = reasoning["redactedContent"]?.filledWord
        made.details.add(membersOf: reasoning, except: ["reasoningText", "redactedContent"])
        return made
    }

    /// Text with what it cites.
    private func citations(_ cited: JSONValue) -> ContentBlock {
        var made = ContentBlock(.words(.text), place: payload.place(of: cited))
        for content in cited["content"]?.elements.map({ content in content }) ?? [] {
            if let text = content["text"] { made.text.append(text) } else { made.details.add(content, as: "content") }
        }
        made.annotations = cited["citations"]?.elements.map { citation in citation } ?? []
        return made
    }

    /// Data of a format, or a file in a bucket.
    private func medium(_ medium: JSONValue, of modality: Modality) -> ContentBlock {
        let type = medium["format"]?.string.map { format in ConverseBlock.mediaType(format, of: modality) }
        let source = medium["source"]
        let data = source?["bytes"]
        let content: PartContent
        if let data {
            content = .blob(Blob(base64: data, declaredType: type, modality: modality, in: payload))
        } else if let text = source?["text"]?.string {
            content = .blob(
                Blob(declaredType: type, data: .bytes(Array(text.utf8), flaws: []), modality: modality))
        } else if let uri = source?["s3Location"]?["uri"]?.string {
            content = .file(FileReference(target: .uri(uri), declaredType: type, modality: modality))
        } else {
            return other
        }
        var made = ContentBlock(.whole(content), place: payload.place(of: data ?? medium))
        made.details.add(membersOf: medium, except: ["format", "source"])
        return made
    }

    /// The media type of a format: Converse names formats by the endings of files.
    private static func mediaType(_ format: String, of modality: Modality) -> String {
        switch (modality, format) {
        case (.document, "pdf"): "application/pdf"
        case (.document, "txt"): "text/plain"
        case (.document, "md"): "text/markdown"
        case (.document, "csv"), (.document, "html"): "text/\(format)"
        case (.document, _): "application/\(format)"
        case (.video, "mov"): "video/quicktime"
        case (.video, "three_gp"): "video/3gpp"
        default: "\(modality.rawValue)/\(format)"
        }
    }

    private var other: ContentBlock {
        let name = block.members.lazy.map(\.name).first { _ in true } ?? "unknown"
        return ContentBlock(.whole(.other(type: name, raw: block)), place: payload.place(of: block))
    }
}
