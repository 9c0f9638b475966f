package import CaptureReading
internal import EventStreaming
package import JSONReading

/// Takes a body apart into its payloads, whatever carries them.
///
/// The content decides, not the declared type: providers send a plain JSON error under `text/event-stream`, and arrays
/// of answers under `application/json`.
package struct PayloadReader {
    private let body: Body

    /// The body's one document; nil when it is none, or has not been read.
    package private(set) var document: JSONDocument?

    /// What was odd on the way.
    package private(set) var warnings: [AnswerWarning] = []

    /// How many pieces were no JSON, and the first of them.
    private var unreadable: (count: Int, first: Place)?

    /// Creates a reader.
    package init(_ body: Body) {
        self.body = body
    }

    /// Hands out every payload in order and says what the body was.
    ///
    /// - Parameters:
    ///   - declared: what the body is said to be.
    ///   - addedText: the text that is all that an event adds; nil where it says more. Those that follow and only go on
    ///     with it are handed out as one.
    ///   - onPayload: takes the payloads.
    /// - Returns: what the body was.
    package mutating func read(
        declared: MediaType?, addedText: (JSONValue) -> AddedText? = { _ in nil }, _ onPayload: (Payload) -> Void
    ) -> BodyShape {
        switch body.content(declared: declared) {
        case .json: readJSON(onPayload)
        case .jsonLines: readLines(onPayload)
        case .eventStream: readEvents(addedText, onPayload)
        case .awsEventStream: readMessages(onPayload)
        case .other: .opaque
        }
    }

    /// Reads one JSON document; the elements of an array are payloads of their own.
    private mutating func readJSON(_ onPayload: (Payload) -> Void) -> BodyShape {
        let document = JSONDocument(parsing: body.bytes)
        self.document = document
        var isWhole = true
        if let fault = document.fault {
            isWhole = if case .trailingContent = fault { true } else { false }
            let kind = isWhole ? AnswerWarning.Kind.trailingContent : .truncatedDocument
            let message =
                switch fault {
                case .trailingContent: "expected one JSON value, found more behind it"
                case .tooDeep: "the body is JSON that is read only in part: \(fault)"
                default: "the body is not whole JSON: \(fault)"
                }
            warnings.append(AnswerWarning(kind, message, place: body.place(ofByte: fault.offset)))
        }
        guard let root = document.root else { return .json(isArray: false, elements: 0, isWhole: false) }
        guard root.isArray else {
            onPayload(Payload(root: root, in: body))
            return .json(isArray: false, elements: 1, isWhole: isWhole)
        }
        var count = 0
        for element in root.elements {
            onPayload(Payload(root: element, in: body))
            count += 1
        }
        return .json(isArray: true, elements: count, isWhole: isWhole)
    }

    /// Reads JSON values, one a line; of a line that is cut, what there is.
    private mutating func readLines(_ onPayload: (Payload) -> Void) -> BodyShape {
        var count = 0
        for line in JSONLines(body.bytes) {
            let offset = line.startIndex - body.bytes.startIndex
            let document = JSONDocument(parsing: line)
            if !document.isComplete { noteUnreadable(at: offset) }
            guard let root = document.root else { continue }
            onPayload(Payload(root: root, in: body, at: offset))
            count += 1
        }
        noteUnreadable("every line")
        return .jsonLines(count: count)
    }

    /// Reads an event stream; raw JSON that stands between or behind the events comes last.
    private mutating func readEvents(
        _ addedText: (JSONValue) -> AddedText?, _ onPayload: (Payload) -> Void
    ) -> BodyShape {
        var parser = ServerSentEventParser()
        var joiner = EventJoiner(body)
        var stream = body.bytes
        while let (event, rest) = parser.nextEvent(in: stream) {
            stream = rest
            let unreadableCount = unreadable?.count
            guard let payload = payload(of: event) else { continue }
            onPayload(payload)
            guard unreadable?.count == unreadableCount,
                let joined = joiner.join(behind: event, payload.root, rest: rest, addedText(payload.root))
            else { continue }
            onPayload(joined.payload)
            stream = joined.rest
            parser.pass(overEvents: joined.payload.eventCount, byteCount: stream.startIndex - rest.startIndex)
        }
        let end = parser.finish()
        if let tail = end.incompleteTail { readTail(tail, onPayload) }
        for run in end.ignoredRuns { readRawJSON(run, onPayload) }
        noteUnreadable("the data of every event")
        return .eventStream(end)
    }

    /// Reads the messages of an AWS event stream; those without content say nothing.
    private mutating func readMessages(_ onPayload: (Payload) -> Void) -> BodyShape {
        var parser = AWSEventStreamParser()
        parser.append(body.bytes) { message in
            let document = message.payload.isEmpty ? nil : JSONDocument(parsing: message.payload)
            if let document, !document.isComplete { noteUnreadable(at: message.payloadOffset) }
            if let payload = Payload(message: message, document: document, body: body) { onPayload(payload) }
        }
        let end = parser.finish()
        if let first = end.faults.first {
            let message = "\(first) (\(end.faults.count) such places); it was left out"
            warnings.append(AnswerWarning(.damagedMessage, message, place: body.place(ofByte: first.range.lowerBound)))
        }
        if let tail = end.incompleteTail {
            let message = "expected the end of the last message, found the end of the body inside it; it was left out"
            warnings.append(AnswerWarning(.incompleteTail, message, place: body.place(ofByte: tail.lowerBound)))
        }
        noteUnreadable("the payload of every message")
        return .awsEventStream(end)
    }

    /// The payload of an event; nil for one that is empty, a terminator, or no JSON.
    private mutating func payload(of event: ServerSentEvent) -> Payload? {
        guard !event.data.isEmpty, !event.data.starts(with: PayloadReader.terminator) else { return nil }
        let document = JSONDocument(parsing: event.data)
        if !document.isComplete { noteUnreadable(at: event.offset) }
        return Payload(event: event, document: document, body: body)
    }

    /// What OpenAI's family ends a stream with; there it is no JSON and says nothing more.
    private static let terminator: [UInt8] = Array("[DONE]".utf8)

    /// Uses an event that was never dispatched when its data are whole JSON: official clients do.
    private mutating func readTail(_ tail: IncompleteEvent, _ onPayload: (Payload) -> Void) {
        let place = body.place(ofByte: tail.offset)
        if let event = tail.foldable {
            let document = JSONDocument(parsing: event.data)
            if document.isComplete, let payload = Payload(event: event, document: document, body: body) {
                let message =
                    "expected a blank line behind the last event, found the end of the body; its data are whole and were used"
                warnings.append(AnswerWarning(.unterminatedEvent, message, place: place))
                return onPayload(payload)
            }
        }
        guard !tail.isEmpty else { return }
        let message =
            "expected a blank line behind the last event, found the end of the body inside it; it was left out"
        warnings.append(AnswerWarning(.incompleteTail, message, place: place))
    }

    /// Uses JSON that stands in the stream without being an event: Google's front ends end a broken stream with such
    /// an error.
    private mutating func readRawJSON(_ run: Range<Int>, _ onPayload: (Payload) -> Void) {
        let bytes = body.bytes.dropFirst(run.lowerBound).prefix(run.count)
        guard bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[") else { return }
        let document = JSONDocument(parsing: bytes)
        guard let root = document.root else { return }
        let place = body.place(ofByte: run.lowerBound)
        warnings.append(
            AnswerWarning(.rawJSON, "expected an event, found plain JSON in the stream; it was used", place: place))
        for value in root.isArray ? Array(root.elements) : [root] {
            onPayload(Payload(root: value, in: body, at: run.lowerBound))
        }
    }

    /// Counts a piece at an offset of the body that is no JSON.
    private mutating func noteUnreadable(at offset: Int) {
        let first = unreadable?.first ?? body.place(ofByte: offset)
        unreadable = (count: (unreadable?.count ?? 0) + 1, first: first)
    }

    /// Says once how many pieces could not be read, and in what place they stood.
    private mutating func noteUnreadable(_ place: String) {
        guard let unreadable else { return }
        let message = "expected JSON as \(place), found \(unreadable.count) that are not whole JSON"
        warnings.append(AnswerWarning(.unreadablePiece, message, place: unreadable.first))
    }
}
