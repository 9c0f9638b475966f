internal import JSONReading

/// An event of a stream in which no secret was found, as a pattern for those behind it: most differ from it in some
/// strings and numbers, and in nothing else.
struct EventPattern {
    /// A string of an event that fits.
    struct Text {
        /// Its characters.
        let content: UnescapedString

        /// Where it begins in the event's data, behind its quote.
        let start: Int

        /// Among which texts of the stream it is.
        let thread: Int

        /// Whether it is that of the pattern.
        let isSame: Bool

        /// Whether it is to be looked at more closely: it may be a document, or is written to be overlooked.
        var isOdd: Bool { content.bytes.first == UInt8(ascii: "{") || content.isVeiled }
    }

    private let pattern: JSONPattern

    /// The texts of the values that may be others; nil for numbers.
    private let texts: [Text?]

    /// The values that may be others, while they are collected.
    private struct Slots {
        var values: [JSONValue] = []
        var texts: [Text?] = []

        /// Among which texts of the stream the next strings are.
        var threads: ArraySlice<Int>
    }

    /// Makes a pattern of an event; nil where a value stands that means something by its place, or by what stands beside
    /// it, and where a string holds a document.
    ///
    /// - Parameters:
    ///   - root: its document.
    ///   - threads: among which texts of the stream its strings are, in order, the empty ones left out.
    ///   - options: what counts as a secret.
    init?(of root: JSONValue, threads: [Int], _ options: RedactionOptions) {
        var slots = Slots(threads: threads[...])
        guard EventPattern.take(root, JSONPlace(), &slots, options, depth: 0), slots.threads.isEmpty else { return nil }
        pattern = JSONPattern(of: root, varying: slots.values)
        texts = slots.texts
    }

    /// The deepest value that may be another one.
    private static let deepest = 16

    /// Takes the slots of a value in; false where there can be no pattern.
    private static func take(
        _ value: JSONValue, _ place: JSONPlace, _ slots: inout Slots, _ options: RedactionOptions, depth: Int
    ) -> Bool {
        guard place.isPlain, depth < EventPattern.deepest else { return false }
        switch value.kind {
        case .object:
            let isNamed = value["value"] != nil && ["name", "key", "header"].contains { key in value[key] != nil }
            return !isNamed
                && value.members.allSatisfy { member in
                    // What tells apart the texts may not be another one.
                    SplitTexts.tellsChannel(member) && (member.value.kind != .string || slots.threads.popFirst() != nil)
                        || take(member.value, place.member(member.key, options), &slots, options, depth: depth + 1)
                }
        case .array:
            // Numbers may spell a text.
            return (value.count < 2 || value[0]?.kind != .object) && value[0]?.kind != .number
                && value.elements.allSatisfy { element in take(element, place, &slots, options, depth: depth + 1) }
        case .string:
            guard let content = UnescapedString(value) else { return false }
            if content.bytes.isEmpty { return true }
            guard let thread = slots.threads.popFirst() else { return false }
            let text = Text(content: content, start: value.contentRange.lowerBound, thread: thread, isSame: true)
            slots.values.append(value)
            slots.texts.append(text)
            return !text.isOdd
        case .number:
            slots.values.append(value)
            slots.texts.append(nil)
        case .true, .false, .null: break
        }
        return true
    }

    /// Finds the strings of an event that fits.
    ///
    /// - Parameters:
    ///   - event: its data.
    ///   - found: what becomes the strings, in order, the empty ones left out; of no meaning where the event does not fit.
    ///   - pieces: memory for the way.
    /// - Returns: whether it fits.
    func fits(_ event: [UInt8], _ found: inout [Text], _ pieces: inout [JSONPattern.Piece]) -> Bool {
        guard pattern.fits(event, &pieces) else { return false }
        found.removeAll(keepingCapacity: true)
        for (text, piece) in zip(texts, pieces) {
            guard let text, !piece.range.isEmpty else { continue }
            let content =
                piece.isSame
                ? text.content : UnescapedString(content: event[piece.range], hasEscapes: piece.hasEscapes)
            let other = Text(
                content: content, start: piece.range.lowerBound, thread: text.thread, isSame: piece.isSame)
            guard !other.isOdd else { return false }
            found.append(other)
        }
        return true
    }
}
