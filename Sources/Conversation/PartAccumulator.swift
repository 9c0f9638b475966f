internal import ByteCoding
internal import CaptureReading
internal import JSONReading

/// Collects the parts of a message while its pieces arrive.
///
/// Texts of one kind that follow each other become one part; everything else keeps its place between them.
struct PartAccumulator: Sendable {
    /// The kinds of text.
    enum TextKind {
        case text
        case reasoning
        case refusal

        /// The content of a part that says these words.
        func content(_ text: String) -> PartContent {
            switch self {
            case .text: .text(text)
            case .reasoning: .reasoning(text)
            case .refusal: .refusal(text)
            }
        }
    }

    /// A part with what was said about it.
    ///
    /// Text and sound lie open in it, so that they grow in place: a copy at every piece of a stream would cost the
    /// square of its length.
    private struct Entry: Sendable {
        var kind: TextKind?
        var text = JSONText()
        var blob: Blob?
        var bytes: [UInt8] = []
        var flaws: [Base64Flaw] = []
        var content: PartContent?
        var signature: String?
        var redacted: String?
        var annotations: [JSONValue] = []
        var details = DetailList()
        var place: Place?

        /// The part.
        var part: MessagePart {
            var part = MessagePart(finished, signature: signature, details: details.details, place: place)
            part.redacted = redacted
            part.annotations = annotations
            return part
        }

        /// Keeps what is said of the part.
        mutating func keep(_ more: [MessageDetail]) {
            for detail in more {
                for value in detail.values { details.add(value, as: detail.name) }
            }
        }

        private var finished: PartContent {
            if let kind { return kind.content(text.string) }
            if var blob {
                blob.data = .bytes(bytes, flaws: flaws)
                return .blob(blob)
            }
            return content ?? .text("")
        }
    }

    private var entries: [Entry] = []

    /// Where the last text of each kind stands.
    private var lastTexts: [TextKind: Int] = [:]

    /// How many parts there are so far.
    var count: Int { entries.count }

    /// Adds text: to the last part when that is text of the same kind, else as a part of its own.
    ///
    /// A signature belongs to the part that it came with, so a second one begins a new part.
    mutating func append(
        text: JSONValue, as kind: TextKind, signature: String?, details: [MessageDetail] = [], place: Place?
    ) {
        let last = entries.count - 1
        if last < 0 || entries[last].kind != kind || (signature != nil && entries[last].signature != nil) {
            beginText(as: kind, signature: signature, place: place)
        } else if let signature {
            entries[last].signature = signature
        }
        entries[entries.count - 1].text.append(text)
        entries[entries.count - 1].keep(details)
    }

    /// Adds text that was put together elsewhere, as a part of its own or to the last part when that is text of the same
    /// kind.
    mutating func append(text: JSONText, as kind: TextKind, isApart: Bool, place: Place?) {
        if isApart || entries.last?.kind != kind { beginText(as: kind, place: place) }
        entries[entries.count - 1].text.append(text)
    }

    /// Begins a text, empty so far, whatever stands before it.
    mutating func beginText(as kind: TextKind, signature: String? = nil, place: Place?) {
        lastTexts[kind] = entries.count
        entries.append(Entry(kind: kind, signature: signature, place: place))
    }

    /// Adds a part that is whole.
    mutating func append(_ part: MessagePart) {
        var entry = Entry(
            content: part.content, signature: part.signature, redacted: part.redacted, annotations: part.annotations,
            place: part.place)
        entry.keep(part.details)
        entries.append(entry)
    }

    /// Signs a part that has no signature yet.
    mutating func sign(at index: Int, with signature: String?) {
        entries[index].signature = entries[index].signature ?? signature
    }

    /// Adds data; sound that follows sound of the same declared type continues it, since speech arrives in pieces.
    mutating func append(blob: Blob, signature: String?, details: [MessageDetail] = [], place: Place?) {
        guard case .bytes(let bytes, let flaws) = blob.data else {
            return append(MessagePart(.blob(blob), signature: signature, details: details, place: place))
        }
        let last = entries.count - 1
        let continues =
            last >= 0 && blob.modality == .audio && signature == nil
            && entries[last].blob?.declaredType == blob.declaredType
        if !continues { entries.append(Entry(blob: blob, signature: signature, place: place)) }
        entries[entries.count - 1].bytes.append(contentsOf: bytes)
        entries[entries.count - 1].flaws.append(contentsOf: flaws)
        entries[entries.count - 1].keep(details)
    }

    /// Signs the last text of a kind, in place of a signature that it has; false when there is no such text.
    @discardableResult
    mutating func sign(last kind: TextKind, with signature: String) -> Bool {
        guard let index = lastTexts[kind] else { return false }
        entries[index].signature = signature
        return true
    }

    /// Adds what the last text of a kind refers to; false when there is no such text.
    @discardableResult
    mutating func annotate(last kind: TextKind, with annotations: [JSONValue]) -> Bool {
        guard let index = lastTexts[kind] else { return false }
        entries[index].annotations += annotations
        return true
    }

    /// Keeps what is said of a part, unless it repeats what was said last.
    mutating func note(_ value: JSONValue, as name: String, at index: Int) {
        entries[index].details.note(value, as: name)
    }

    /// Puts another content in the place of a part.
    mutating func replace(at index: Int, with content: PartContent) {
        entries[index].content = content
    }

    /// Puts another part in the place of a whole one.
    mutating func replace(at index: Int, with part: MessagePart) {
        entries[index].content = part.content
        entries[index].redacted = part.redacted
    }

    /// Whether a text of it holds a surrogate half that never found its other half.
    var hasLoneSurrogates: Bool {
        entries.contains { entry in entry.text.hasLoneSurrogates }
    }

    /// The parts.
    consuming func finish() -> [MessagePart] {
        entries.map(\.part)
    }
}
