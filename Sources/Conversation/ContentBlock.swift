internal import ByteCoding
internal import CaptureReading
internal import JSONReading

/// A part of a message while its pieces arrive, in the dialects that number the parts of a stream.
///
/// Text and arguments lie open in it, so that they grow in place.
struct ContentBlock: Sendable {
    /// What its pieces are pieces of.
    enum Kind: Sendable {
        /// Text of a kind that a reader sees as such.
        case words(PartAccumulator.TextKind)

        /// Text of a kind that only the provider has a name for.
        case named(String)

        /// The arguments of a call that the client has to answer.
        case toolCall(id: String?, name: String)

        /// The member of a call that the provider runs in which its arguments stand.
        case serverToolCall(name: String, raw: JSONValue, input: String)

        /// Sound, whose pieces are data.
        case sound(declaredType: String?)

        /// Nothing: the part is whole.
        case whole(PartContent)
    }

    /// What its pieces are pieces of.
    let kind: Kind

    /// The text, or the arguments of a call as text.
    var text = JSONText()

    /// The data of sound, and what was wrong with their coding.
    var bytes: [UInt8] = []
    var flaws: [Base64Flaw] = []

    /// The arguments that came whole; pieces count more than these.
    var arguments: JSONValue?

    /// The provider's signature, verbatim; nil when it has none.
    var signature: String?

    /// The opaque data that stand for words, verbatim; nil when the words are there.
    var redacted: String?

    /// What the text refers to, verbatim.
    var annotations: [JSONValue] = []

    /// What the provider says of the part beside its content.
    var details = DetailList()

    /// Where it begins in the capture.
    let place: Place?

    /// Creates a block without content.
    init(_ kind: Kind, place: Place?) {
        self.kind = kind
        self.place = place
    }

    /// The kind of its text; nil when it is something else.
    var textKind: PartAccumulator.TextKind? {
        guard case .words(let kind) = kind else { return nil }
        return kind
    }

    /// What may be added to a block.
    enum Piece {
        /// Something said of it, whatever it is.
        case anything

        /// Text of a kind.
        case words(PartAccumulator.TextKind)

        /// Opaque data in the place of reasoning.
        case withheld

        /// Arguments.
        case arguments

        /// Sound of a declared type, or of the type that the sound before it had.
        case sound(declaredType: String?)
    }

    /// Whether a piece belongs to it.
    func takes(_ piece: Piece) -> Bool {
        switch (piece, kind) {
        case (.anything, _), (.arguments, .toolCall), (.arguments, .serverToolCall): true
        case (.words(let words), .words(let kind)): words == kind
        case (.withheld, .words(.reasoning)): redacted == nil
        case (.sound(let type), .sound(let declared)): type == declared || type == nil
        default: false
        }
    }

    /// Whether nothing is said of it but its text, so that text of the same kind may follow it in one part.
    var isPlain: Bool {
        textKind != nil && signature == nil && redacted == nil && annotations.isEmpty && details.details.isEmpty
    }

    /// Adds data of sound; a placeholder has none.
    mutating func append(sound: Blob) {
        guard case .bytes(let more, let found) = sound.data else { return }
        bytes.append(contentsOf: more)
        flaws.append(contentsOf: found)
    }

    /// The part, and whether its arguments could be read.
    var part: (part: MessagePart, isSound: Bool) {
        var isSound = true
        let content: PartContent
        switch kind {
        case .words(let kind): content = kind.content(text.string)
        case .named(let type): content = .named(type: type, text: text.string)
        case .toolCall(let id, let name):
            let arguments = CallArguments(pieces: text, whole: arguments)
            isSound = arguments.value != nil
            content = .toolCall(
                ToolCall(id: id, name: name, argumentsText: arguments.text, arguments: arguments.value))
        case .serverToolCall(let name, let raw, let input):
            let arguments = text.isEmpty ? nil : CallArguments(pieces: text, whole: nil)
            isSound = arguments.map { arguments in arguments.value != nil } ?? true
            content = .serverToolCall(name: name, raw: arguments?.replacing(input, of: raw) ?? raw)
        case .sound(let type):
            content = .blob(Blob(declaredType: type, data: .bytes(bytes, flaws: flaws), modality: .audio))
        case .whole(let whole): content = whole
        }
        var part = MessagePart(content, signature: signature, details: details.details, place: place)
        part.redacted = redacted
        part.annotations = annotations
        return (part, isSound)
    }
}
