internal import ByteCoding
internal import JSONReading

/// An event of a stream in which no secret was found, as a pattern for those behind it: most differ from it in some
/// strings and numbers, and in nothing else.
struct EventPattern {
    /// A value that may be another one.
    private struct Slot {
        /// Where its text stands: that of a number, or of a string between its quotes.
        let range: Range<Int>

        /// Among which texts of the stream a string is; nil for a number.
        let thread: Int?
    }

    /// A string of an event that fits.
    struct Text {
        /// Where it stands in the event's data, without its quotes; nothing in it is escaped.
        let range: Range<Int>

        /// Among which texts of the stream it is.
        let thread: Int

        /// Whether it is that of the event before.
        let isSame: Bool
    }

    private let data: [UInt8]
    private var slots: [Slot] = []

    /// Makes a pattern of an event; nil where a value stands that means something by its place, or by what stands beside
    /// it, and where a string has escapes or holds a document.
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
            guard let text = UnescapedString(value), text.map == nil else { return false }
            guard let first = text.bytes.first else { return true }
            guard first != UInt8(ascii: "{"), let thread = threads.popFirst() else { return false }
            slots.append(Slot(range: value.contentRange, thread: thread))
        case .number: slots.append(Slot(range: value.byteRange, thread: nil))
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
            guard let thread = slot.thread else {
                position = EventPattern.endOfNumber(in: event, from: position)
                continue
            }
            let start = position
            let same = start + slot.range.count
            if same < event.count, event[same] == UInt8(ascii: "\""), isSame(slot.range, event, at: start) {
                texts.append(Text(range: start..<same, thread: thread, isSame: true))
                position = same
                continue
            }
            guard let end = EventPattern.endOfText(in: event, from: start) else { return false }
            if end > start { texts.append(Text(range: start..<end, thread: thread, isSame: false)) }
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

    /// Where a string ends that begins at an offset; nil where it needs a closer look: it has escapes, is no UTF-8, or may
    /// be a document.
    private static func endOfText(in event: [UInt8], from start: Int) -> Int? {
        var end = start
        var isASCII = true
        while end < event.count, event[end] != UInt8(ascii: "\"") {
            guard event[end] != UInt8(ascii: "\\"), event[end] >= 0x20 else { return nil }
            isASCII = isASCII && event[end] < 0x80
            end += 1
        }
        guard end < event.count, event[start] != UInt8(ascii: "{") else { return nil }
        return isASCII || String(validating: event[start..<end], as: UTF8.self) != nil ? end : nil
    }
}
