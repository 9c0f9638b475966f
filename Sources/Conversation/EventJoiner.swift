internal import ByteCoding
internal import CaptureReading
internal import EventStreaming
internal import JSONReading

/// Joins the events of a stream that do nothing but go on with a text: most of an answer is read as one payload, and what
/// it comes to is the same.
///
/// They are compared where they stand, and neither taken apart nor parsed.
package struct EventJoiner {
    private let body: Body

    /// How often in a row no event went on with the one before, and how many events are not asked for their text for that:
    /// 0, then 2, 6, 14, 30 and 62.
    private var missCount = 0
    private var pauseCount = 0

    /// How often that is counted: what asks for a text that is never gone on with costs more than it saves.
    private static let mostMisses = 6

    /// From this length on a string may hold a medium or a document, in bytes, and an event with one is seen by itself.
    package static let shortestApart = 40

    private var pieces: [JSONPattern.Piece] = []

    /// Begins with a body that is an event stream.
    init(_ body: Body) {
        self.body = body
    }

    /// Joins the events that follow one and only go on with its text.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - root: its document, which is whole.
    ///   - rest: the stream behind it.
    ///   - added: the text that is all that the event adds; nil where it says more.
    /// - Returns: the last of those that follow as a payload, whose text is that of all, and the stream behind them; nil
    ///   where none does.
    mutating func join(
        behind event: ServerSentEvent, _ root: JSONValue, rest: ArraySlice<UInt8>,
        _ added: @autoclosure () -> AddedText?
    ) -> (payload: Payload, rest: ArraySlice<UInt8>)? {
        guard pauseCount == 0 else {
            pauseCount -= 1
            return nil
        }
        let first = body.bytes[(body.bytes.startIndex + event.offset)..<rest.startIndex]
        guard !EventJoiner.hasNameTwice(root), let added = added(), let frame = EventFrame(of: first, event),
            let joined = join(rest, like: first, frame, root, added)
        else {
            missCount = min(missCount + 1, EventJoiner.mostMisses)
            pauseCount = (1 << missCount) - 2
            return nil
        }
        missCount = 0
        return joined
    }

    private mutating func join(
        _ rest: ArraySlice<UInt8>, like first: ArraySlice<UInt8>, _ frame: EventFrame, _ root: JSONValue,
        _ added: AddedText
    ) -> (payload: Payload, rest: ArraySlice<UInt8>)? {
        let values = added.values
        func index(of value: JSONValue) -> Int? { values.firstIndex { other in other.byteRange == value.byteRange } }
        guard let textIndex = index(of: added.text) else { return nil }
        let counterIndex = added.counter.flatMap(index)
        var number = added.counter?.int
        let pattern = JSONPattern(of: first, documentAt: frame.dataOffset, varying: values)
        let stream = rest.span
        var texts: [UInt8] = []
        var last: (event: Range<Int>, text: Range<Int>)?
        var count = 0
        while true {
            let start = last?.event.upperBound ?? 0
            guard let end = pattern.end(in: stream, from: start, &pieces), hasOnlyWords(stream) else { break }
            if let counterIndex {
                let next = EventJoiner.number(stream.extracting(pieces[counterIndex].range))
                guard let before = number, let next, next - 1 == before else { break }
                number = next
            }
            if let last { texts.append(copying: stream.extracting(last.text)) }
            last = (start..<end, pieces[textIndex].range)
            count += 1
        }
        guard let last else { return nil }
        let data = last.event.lowerBound + frame.dataOffset..<last.event.upperBound - frame.endCount
        let document =
            Array(EventJoiner.part(of: rest, data.lowerBound..<last.text.lowerBound)) + texts
            + EventJoiner.part(of: rest, last.text.lowerBound..<data.upperBound)
        guard let root = JSONDocument(parsing: document).root else { return nil }
        let payload = Payload(
            root: root, in: body, at: rest.startIndex - body.bytes.startIndex + data.lowerBound, joining: count - 1,
            before: last.text.lowerBound - data.lowerBound, byteCount: texts.count)
        return (payload, rest.dropFirst(last.event.upperBound))
    }

    /// A part of a stream by its offsets.
    private static func part(of stream: ArraySlice<UInt8>, _ range: Range<Int>) -> ArraySlice<UInt8> {
        stream[(stream.startIndex + range.lowerBound)..<(stream.startIndex + range.upperBound)]
    }

    /// Whether an object in a value may have two members of one name, which add up in ways of their own.
    private static func hasNameTwice(_ value: JSONValue) -> Bool {
        guard value.count <= mostMembers else { return true }
        if value.isArray { return value.elements.contains(where: hasNameTwice) }
        let names = value.members.map { member in member.key.rawBytes }
        let isTold = names.allSatisfy { name in !name.contains(UInt8(ascii: "\\")) }
        return !isTold || Set(names).count < names.count
            || value.members.contains { member in hasNameTwice(member.value) }
    }

    /// Larger objects are read by themselves.
    private static let mostMembers = 64

    /// Whether all that is other in an event is too short to be more than words: a longer string may hold a medium or a
    /// document, and is to be seen.
    private func hasOnlyWords(_ stream: Span<UInt8>) -> Bool {
        for piece in pieces {
            guard piece.range.count < EventJoiner.shortestApart, !DataURL.hasScheme(stream.extracting(piece.range))
            else {
                return false
            }
        }
        return true
    }

    /// The number that digits spell; nil for any other, and for one that counts nothing.
    private static func number(_ digits: Span<UInt8>) -> Int? {
        guard digits.count < 16 else { return nil }
        var number = 0
        for index in digits.indices {
            guard digits[index].isDigit else { return nil }
            number = number * 10 + Int(digits[index] - UInt8(ascii: "0"))
        }
        return number
    }
}
