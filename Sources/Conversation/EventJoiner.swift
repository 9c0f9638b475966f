internal import ByteCoding
internal import CaptureReading
internal import EventStreaming
internal import JSONReading

/// Joins the events of a stream that do nothing but go on with a text: most of an answer is read as one payload, and what
/// it comes to is the same.
struct EventJoiner {
    private let body: Body

    /// The last event that was read as a payload of its own, as a pattern; nil where it said more than a text.
    private var pattern: JSONPattern?

    /// Which of the values that may be others are the text and the counter.
    private var textIndex = 0
    private var counterIndex: Int?

    /// What the counter said last.
    private var count: Int?

    /// How often in a row no event went on with the one before, and how many events are not asked for their text for that.
    private var missCount = 0
    private var pauseCount = 0
    private var hasTaken = false

    /// How often that is counted: what asks for a text that is never gone on with costs more than it saves.
    private static let mostMisses = 6

    private var pieces: [JSONPattern.Piece] = []

    /// The last event that waits, and where its text stands; nil where none waits.
    private var last: (event: ServerSentEvent, text: Range<Int>)?

    /// The texts of the events that wait before it, as JSON has them, and how many these are.
    private var texts: [UInt8] = []
    private var earlierCount = 0

    /// Begins with a body that is an event stream.
    init(_ body: Body) {
        self.body = body
    }

    /// Goes on from an event that was read as a payload.
    ///
    /// - Parameters:
    ///   - root: its document.
    ///   - added: the text that is all that it says; nil where it says more.
    mutating func begin(with root: JSONValue, _ added: @autoclosure () -> AddedText?) {
        if pattern != nil, !hasTaken { miss() }
        pattern = nil
        hasTaken = false
        guard pauseCount == 0 else {
            pauseCount -= 1
            return
        }
        guard let added = added() else { return miss() }
        let values = (added.others + [added.text] + [added.counter].compactMap { counter in counter })
            .sorted { left, right in left.byteRange.lowerBound < right.byteRange.lowerBound }
        func index(of value: JSONValue) -> Int? { values.firstIndex { other in other.byteRange == value.byteRange } }
        textIndex = index(of: added.text) ?? 0
        counterIndex = added.counter.flatMap(index)
        count = added.counter?.int
        pattern = JSONPattern(of: root, varying: values)
    }

    /// Notes that an event was asked for its text in vain, and lets ever more go by before the next is.
    private mutating func miss() {
        missCount = min(missCount + 1, EventJoiner.mostMisses)
        pauseCount = 1 << missCount - 2
    }

    /// Takes an event that only goes on with the text; false where it says anything else.
    mutating func take(_ event: ServerSentEvent) -> Bool {
        guard let pattern, event.offsetOfOnlyLine != nil, pattern.fits(event.data, &pieces),
            pieces.allSatisfy({ piece in EventJoiner.isWords(event.data[piece.range]) })
        else { return false }
        if let counterIndex {
            let number = EventJoiner.number(event.data[pieces[counterIndex].range])
            guard let count, let number, number == count + 1 else { return false }
            self.count = number
        }
        if let last {
            texts += last.event.data[last.text]
            earlierCount += 1
        }
        last = (event, pieces[textIndex].range)
        hasTaken = true
        missCount = 0
        return true
    }

    /// What waits as one payload: the last event, whose text is that of all; nil where nothing does.
    mutating func payload() -> Payload? {
        guard let (event, text) = last, let start = event.offsetOfOnlyLine else { return nil }
        defer {
            last = nil
            texts = []
            earlierCount = 0
        }
        let data = event.data[..<text.lowerBound] + texts + event.data[text.lowerBound...]
        guard let root = JSONDocument(parsing: Array(data)).root else { return nil }
        return Payload(
            root: root, in: body, at: start, joining: earlierCount, before: text.lowerBound, byteCount: texts.count)
    }

    /// Whether a string is too short to be more than words: longer ones may hold a medium or a document, and are to be seen.
    private static func isWords(_ text: ArraySlice<UInt8>) -> Bool {
        text.count < Payload.shortestMedium && !DataURL.hasScheme(text)
    }

    /// The number that digits spell; nil for any other, and for one that counts nothing.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.count < 16 else { return nil }
        var number = 0
        for byte in digits {
            guard byte.isDigit else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }
}
