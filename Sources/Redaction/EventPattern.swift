internal import ByteCoding
internal import JSONReading

/// An event of a stream in which no secret was found, as a pattern for those behind it: most differ from it in some
/// strings and numbers, and in nothing else.
struct EventPattern {
    /// A value that may be another one.
    private struct Slot {
        /// Where its text stands: that of a number, or of a string between its quotes.
        let range: Range<Int>

        /// A string; nil for a number.
        let text: Text?
    }

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

    private let data: [UInt8]
    private var slots: [Slot] = []

    /// Makes a pattern of an event; nil where a value stands that means something by its place, or by what stands beside
    /// it, and where a string holds a document.
    ///
    /// - Parameters:
    ///   - root: its document.
    ///   - data: its data.
    ///   - threads: among which texts of the stream its strings are, in order, the empty ones left out.
    ///   - options: what counts as a secret.
    init?(of root: JSONValue, data: [UInt8], threads: [Int], _ options: RedactionOptions) {
        self.data = data
        var threads = threads[...]
        guard take(root, JSONPlace(), &threads, options, depth: 0), threads.isEmpty else { return nil }
    }

    /// The deepest value that may be another one.
    private static let deepest = 16

    /// Takes the slots of a value in; false where there can be no pattern.
    private mutating func take(
        _ value: JSONValue, _ place: JSONPlace, _ threads: inout ArraySlice<Int>, _ options: RedactionOptions,
        depth: Int
    ) -> Bool {
        guard place.isPlain, depth < EventPattern.deepest else { return false }
        switch value.kind {
        case .object:
            let isNamed = value["value"] != nil && ["name", "key", "header"].contains { key in value[key] != nil }
            return !isNamed
                && value.members.allSatisfy { member in
                    // What tells apart the texts may not be another one.
                    SplitTexts.tellsChannel(member) && (member.value.kind != .string || threads.popFirst() != nil)
                        || take(member.value, place.member(member.key, options), &threads, options, depth: depth + 1)
                }
        case .array:
            // Numbers may spell a text.
            return (value.count < 2 || value[0]?.kind != .object) && value[0]?.kind != .number
                && value.elements.allSatisfy { element in take(element, place, &threads, options, depth: depth + 1) }
        case .string:
            guard let content = UnescapedString(value) else { return false }
            if content.bytes.isEmpty { return true }
            guard let thread = threads.popFirst() else { return false }
            let text = Text(content: content, start: value.contentRange.lowerBound, thread: thread, isSame: true)
            slots.append(Slot(range: value.contentRange, text: text))
            return !text.isOdd
        case .number: slots.append(Slot(range: value.byteRange, text: nil))
        case .true, .false, .null: break
        }
        return true
    }

    /// Finds the strings of an event that fits.
    ///
    /// - Parameters:
    ///   - event: its data.
    ///   - texts: what becomes the strings, in order; of no meaning where the event does not fit.
    /// - Returns: whether it fits.
    func fits(_ event: [UInt8], _ texts: inout [Text]) -> Bool {
        texts.removeAll(keepingCapacity: true)
        var read = 0
        var position = 0
        for slot in slots {
            guard isSame(read..<slot.range.lowerBound, event, at: position) else { return false }
            position += slot.range.lowerBound - read
            read = slot.range.upperBound
            guard let text = slot.text else {
                position = EventPattern.endOfNumber(in: event, from: position)
                continue
            }
            let same = position + slot.range.count
            if same < event.count, event[same] == UInt8(ascii: "\""), isSame(slot.range, event, at: position) {
                texts.append(
                    Text(content: text.content, start: position, thread: text.thread, isSame: true))
                position = same
                continue
            }
            guard let (content, end) = UnescapedString.read(in: event[...], from: position) else { return false }
            let other = Text(content: content, start: position, thread: text.thread, isSame: false)
            guard !other.isOdd else { return false }
            if !content.bytes.isEmpty { texts.append(other) }
            position = end
        }
        return event.count - position == data.count - read && isSame(read..<data.count, event, at: position)
    }

    /// Whether an event has some bytes of the pattern at an offset.
    private func isSame(_ range: Range<Int>, _ event: [UInt8], at offset: Int) -> Bool {
        event.count - offset >= range.count
            && ByteScan.areSame(data.span.extracting(range), event.span.extracting(offset..<offset + range.count))
    }

    private static func endOfNumber(in event: [UInt8], from start: Int) -> Int {
        var end = start
        while end < event.count, event[end].isDigit || "+-.eE".utf8.contains(event[end]) { end += 1 }
        return end
    }
}
