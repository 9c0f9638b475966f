internal import Conversation
internal import JSONReading

/// What a part of a turn says, and its digest: without ids and signatures, which change with every run.
struct PartDigest {
    /// The digest.
    let hash: ContentHash

    /// What is shown of it.
    let pieces: [TurnPiece]

    /// The ids in what a provider ran.
    private static let ids: Set = ["id", "call_id", "tool_use_id", "tool_call_id"]

    /// Reads a part.
    init(_ part: MessagePart) {
        var hasher = ContentHasher()
        var pieces: [TurnPiece] = []
        func say(_ label: String, _ name: String? = nil, _ value: ComparedValue) {
            hasher.append(label)
            hasher.append(name)
            value.hash(into: &hasher)
            pieces.append(TurnPiece(label: label, name: name, value: value))
        }
        func run(_ label: String, _ name: String, _ raw: JSONValue) {
            hasher.append(label)
            hasher.append(name)
            hasher.append(CanonicalJSON.bytes(of: raw, omitting: PartDigest.ids)[...])
            pieces.append(TurnPiece(label: label, name: name, value: .json(raw, names: [])))
        }
        switch part.content {
        case .text(let text): say("", nil, .text(text))
        case .reasoning(let text): say("thinking", nil, .text(text))
        case .refusal(let text): say("refusal", nil, .text(text))
        case .named(let type, let text): say("part", type, .text(text))
        case .toolCall(let call):
            say(
                "calls", call.name, call.arguments.map { value in .json(value, names: []) } ?? .text(call.argumentsText)
            )
        case .toolCallResponse(let response):
            say("answer of", response.name ?? "tool", .json(response.response, names: []))
        case .serverToolCall(let name, let raw): run("provider runs", name, raw)
        case .serverToolCallResponse(let name, let raw): run("provider ran", name, raw)
        case .blob(let blob):
            hasher.append("blob")
            hasher.append(blob.modality.rawValue)
            hasher.append(blob.contentHash)
            pieces.append(TurnPiece(label: blob.modality.rawValue, name: blob.declaredType, value: blob.size))
        case .file(let file):
            switch file.target {
            case .uri(let uri): say("file", nil, .text(uri))
            case .id(let id): say("file", nil, .text(id))
            }
        case .other(let type, let raw): run("part", type, raw)
        }
        hash = hasher.finish()
        self.pieces = pieces
    }
}

extension Blob {
    /// The digest of the bytes, or of the placeholder that stands for them.
    var contentHash: ContentHash {
        switch data {
        case .bytes(let bytes, _): ContentHash(of: bytes[...])
        case .elided(let elision): ContentHash(of: Array(("elided " + elision.placeholder).utf8)[...])
        }
    }

    /// The size, or the placeholder.
    fileprivate var size: ComparedValue {
        switch data {
        case .bytes(let bytes, _): .content(byteCount: bytes.count)
        case .elided(let elision): .text(elision.placeholder)
        }
    }
}

/// Takes in what is sent back when an answer becomes part of the history.
struct SpeechHasher {
    private var hasher = ContentHasher()
    private var text = ""
    private var isEmpty = true

    /// Takes in a part; what is not sent back does not count.
    mutating func append(_ part: MessagePart) {
        switch part.content {
        case .text(let more): text += more
        case .toolCall(let call):
            endText()
            isEmpty = false
            hasher.append(call.name)
            let arguments =
                call.arguments.map { value in CanonicalJSON.bytes(of: value) } ?? Array(call.argumentsText.utf8)
            hasher.append(arguments[...])
        case .blob(let blob):
            endText()
            isEmpty = false
            hasher.append(blob.contentHash)
        default: break
        }
    }

    /// Ends the text so far; clients trim what they send back.
    private mutating func endText() {
        var bytes = Array(text.utf8)[...]
        while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
        while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
        text = ""
        guard !bytes.isEmpty else { return }
        isEmpty = false
        hasher.append(bytes)
    }

    /// The digest; nil where nothing was taken in.
    consuming func finish() -> ContentHash? {
        endText()
        return isEmpty ? nil : hasher.finish()
    }
}
