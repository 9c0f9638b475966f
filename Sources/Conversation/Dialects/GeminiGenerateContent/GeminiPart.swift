internal import CaptureReading
internal import JSONReading

/// A part as the API writes it, in a prompt or in an answer.
struct GeminiPart {
    private let part: JSONValue
    private let payload: Payload

    /// The part's own members.
    init(_ part: JSONValue, in payload: Payload) {
        self.part = part
        self.payload = payload
    }

    /// The text, or nil when the part has none.
    var text: JSONValue? {
        part["text"].flatMap { text in text.kind == .string ? text : nil }
    }

    /// Whether the capture ends in it, before a mark could tell what kind its text is of.
    var isCutBeforeMark: Bool { part.isUnfinished && part.field("thought") == nil }

    /// The kind of its text: thoughts are marked.
    var textKind: PartAccumulator.TextKind {
        part.field("thought")?.bool == true ? .reasoning : .text
    }

    /// The function call, or nil when the part has none.
    var functionCall: JSONValue? {
        part.field("functionCall", "function_call")
    }

    /// The signature, verbatim.
    var signature: String? {
        part.field("thoughtSignature", "thought_signature")?.string
    }

    /// Where it begins: its content's first value where that tells more than the part's brace.
    var place: Place? {
        let data = (text ?? inlineData?.field("data")) ?? part
        return payload.place(of: data)
    }

    /// The data that the part holds, or nil when it holds none.
    var blob: Blob? {
        guard let inlineData else { return nil }
        let declaredType = inlineData.field("mimeType", "mime_type")?.string
        return Blob(base64: inlineData.field("data"), declaredType: declaredType, in: payload)
    }

    private var inlineData: JSONValue? {
        part.field("inlineData", "inline_data")
    }

    /// The part as one of a message.
    var messagePart: MessagePart {
        let content = content
        return MessagePart(content, signature: signature, details: details(beside: content), place: place)
    }

    /// What is said of the part beside its content: members that no kind of part reads, those of data and files
    /// included; drafts of images are marked as thoughts.
    func details(beside content: PartContent) -> [MessageDetail] {
        switch content {
        case .text, .reasoning: textDetails
        case .blob:
            details(of: part, except: GeminiPart.dataNames) + details(of: inlineData, except: GeminiPart.dataMembers)
        case .file:
            details(of: part, except: GeminiPart.fileNames)
                + details(of: part.field("fileData", "file_data"), except: GeminiPart.fileMembers)
        case .toolCall: details(of: part, except: GeminiPart.callNames)
        case .toolCallResponse: details(of: part, except: GeminiPart.responseNames)
        default: []
        }
    }

    /// What is said of the part beside its text; most pieces of a stream are text alone.
    var textDetails: [MessageDetail] {
        part.count == 1 ? [] : details(of: part, except: GeminiPart.textNames)
    }

    private func details(of object: JSONValue?, except read: Set<String>) -> [MessageDetail] {
        let rest = object?.members.filter { member in !read.contains(member.name) } ?? []
        return rest.map { member in MessageDetail(name: member.name, values: [member.value]) }
    }

    private static let signatureNames: Set = ["thoughtSignature", "thought_signature"]
    private static let textNames = signatureNames.union(["text", "thought"])
    private static let dataNames = signatureNames.union(["inlineData", "inline_data"])
    private static let dataMembers: Set = ["mimeType", "mime_type", "data"]
    private static let fileNames = signatureNames.union(["fileData", "file_data"])
    private static let fileMembers: Set = ["mimeType", "mime_type", "fileUri", "file_uri"]
    private static let callNames = signatureNames.union(["functionCall", "function_call"])
    private static let responseNames = signatureNames.union(["functionResponse", "function_response"])

    /// What the part is.
    private var content: PartContent {
        if let text = text?.string { return textKind == .reasoning ? .reasoning(text) : .text(text) }
        if let blob { return .blob(blob) }
        if let functionCall { return .toolCall(GeminiPart.toolCall(functionCall)) }
        if let response = part.field("functionResponse", "function_response") {
            let answer = ToolCallResponse(
                id: response.field("id")?.string, name: response.field("name")?.string,
                response: response.field("response") ?? response)
            return .toolCallResponse(answer)
        }
        if let file = part.field("fileData", "file_data"), let uri = file.field("fileUri", "file_uri")?.string {
            return .file(FileReference(target: .uri(uri), declaredType: file.field("mimeType", "mime_type")?.string))
        }
        return serverContent
    }

    /// What the provider ran itself, or a part of a kind that is not known, under the key that names it.
    private var serverContent: PartContent {
        if let call = part.field("toolCall", "tool_call") {
            return .serverToolCall(name: call.field("toolType", "tool_type", "name")?.string ?? "", raw: part)
        }
        if let result = part.field("toolResponse", "tool_response") {
            return .serverToolCallResponse(name: result.field("toolType", "tool_type", "name")?.string ?? "", raw: part)
        }
        let beside: Set = [
            "thought", "thoughtSignature", "thought_signature", "videoMetadata", "video_metadata", "partMetadata",
        ]
        let key = part.members.lazy.map(\.name).first { name in !beside.contains(name) }
        return .other(type: key ?? "empty", raw: part)
    }

    /// A function call that came whole.
    static func toolCall(_ call: JSONValue) -> ToolCall {
        let arguments = call.field("args", "arguments")
        return ToolCall(
            id: call.field("id")?.string, name: call.field("name")?.string ?? "",
            argumentsText: arguments.map { value in String(decoding: value.rawBytes, as: UTF8.self) } ?? "{}",
            arguments: arguments ?? JSONValue.emptyObject)
    }
}

extension JSONValue {
    /// `{}`: what no arguments at all are.
    fileprivate static let emptyObject = JSONDocument(parsing: Array("{}".utf8)).root
}
