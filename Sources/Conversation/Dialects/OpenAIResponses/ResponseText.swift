internal import CaptureReading
internal import JSONReading

/// A text of an item while its pieces arrive, or the part that came whole in its place.
struct ResponseText: Sendable {
    /// Its number among the texts of its item.
    let index: Int

    /// What kind of text it is.
    let kind: PartAccumulator.TextKind

    /// Where its first piece stands.
    let place: Place?

    /// What the text refers to, in the order of its announcement.
    var annotations: [JSONValue] = []

    /// The text so far.
    private(set) var text = JSONText()

    /// The part that came whole behind its pieces.
    private(set) var part: (value: JSONValue, payload: Payload)?

    /// Whether what came whole is not what the pieces came to.
    private(set) var differs = false

    /// Creates a text without content.
    init(index: Int, kind: PartAccumulator.TextKind, place: Place?) {
        self.index = index
        self.kind = kind
        self.place = place
    }

    /// Adds a piece.
    mutating func append(_ piece: JSONValue) {
        text.append(piece)
    }

    /// Takes the whole text in place of its pieces.
    mutating func finish(with whole: JSONValue) {
        guard let whole = whole.text else { return }
        differs = differs || (!text.isEmpty && text != whole)
        text = whole
    }

    /// Takes the whole part in place of its text.
    mutating func finish(with whole: JSONValue, in payload: Payload) {
        guard whole.isObject else { return }
        if let text = whole.field("text", "refusal") { finish(with: text) }
        part = (whole, payload)
    }

    /// Adds it to the parts of its message.
    func add(to parts: inout PartAccumulator, isApart: Bool) {
        if let part {
            return OpenAIContent(payload: part.payload, joinsTexts: !isApart).append(part.value, to: &parts)
        }
        guard !text.isEmpty || isApart else { return }
        parts.append(text: text, as: kind, isApart: isApart, place: place)
        if !annotations.isEmpty { parts.annotate(last: kind, with: annotations) }
    }
}
