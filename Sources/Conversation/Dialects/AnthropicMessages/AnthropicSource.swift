internal import CaptureReading
internal import JSONReading

/// The data or the file of an image or a document.
///
/// https://platform.claude.com/docs/en/build-with-claude/files
struct AnthropicSource {
    private let block: JSONValue
    private let payload: Payload

    /// Takes the block that has the source.
    init(_ block: JSONValue, in payload: Payload) {
        self.block = block
        self.payload = payload
    }

    /// The part's content; a source of a kind that is not known is kept with its block.
    var content: PartContent {
        let name = block["type"]?.string ?? ""
        let modality: Modality = name == "image" ? .image : .document
        guard let source = block["source"] else { return .other(type: name, raw: block) }
        let type = source["media_type"]?.string
        switch source["type"]?.string {
        case "base64":
            return .blob(Blob(base64: source["data"], declaredType: type, modality: modality, in: payload))
        case "text":
            let text = source["data"]?.string ?? ""
            return .blob(Blob(declaredType: type, data: .bytes(Array(text.utf8), flaws: []), modality: modality))
        case "url":
            guard let url = source["url"]?.string else { break }
            return .file(FileReference(target: .uri(url), declaredType: type, modality: modality))
        case "file":
            guard let id = source["file_id"]?.string else { break }
            return .file(FileReference(target: .id(id), declaredType: type, modality: modality))
        default: break
        }
        return .other(type: name, raw: block)
    }
}
