public import CaptureReading
internal import EventStreaming
public import JSONReading

/// One JSON value of a body: the whole of it, an element of its array, or the data of one event.
public struct Payload: Sendable {
    /// The value.
    public let root: JSONValue

    /// The event that it is, by the name that stands beside its data; nil where the data themselves say it, if anything
    /// does.
    public let eventType: String?

    /// Whether it says that something failed, by what stands beside its data.
    public let isException: Bool

    /// How many events of a stream it is: those before the last only went on with its text.
    package private(set) var eventCount = 1

    /// Where the bytes of the body stand in the capture.
    private let places: BodyPlaces

    /// Where the document's bytes stand in the body: pairs of an offset in the document and one in the body, ascending.
    private var segments: [Segment]

    /// Whether the document was decoded from a string, so that all of it stands where the string does.
    private var isWithinString = false

    /// A stretch of the document that stands in the body in one piece.
    private struct Segment: Sendable {
        var documentOffset: Int
        var bodyOffset: Int
    }

    /// Creates a payload of a document, or of one element of it, that stands in one piece at an offset of a body.
    init(root: JSONValue, in body: Body, at offset: Int = 0) {
        self.root = root
        eventType = nil
        isException = false
        places = body.places
        segments = [Segment(documentOffset: 0, bodyOffset: offset)]
    }

    /// Creates a payload of an event on one line of a stream, into one text of which those of events before were put.
    ///
    /// - Parameters:
    ///   - root: its value, with the texts.
    ///   - body: the stream.
    ///   - start: where the data of the event begin in the body.
    ///   - count: how many events there were before.
    ///   - offset: where the texts were put in.
    ///   - byteCount: how long they are.
    init(root: JSONValue, in body: Body, at start: Int, joining count: Int, before offset: Int, byteCount: Int) {
        self.init(root: root, in: body, at: start)
        eventCount += count
        segments.append(Segment(documentOffset: offset + byteCount, bodyOffset: start + offset))
    }

    /// Creates a payload of a message of an AWS event stream; nil when it holds no JSON value at all, unless it is an
    /// error, whose headers are all that it has.
    init?(message: AWSEventMessage, document: JSONDocument?, body: Body) {
        isException = message.messageType.map(Payload.exceptionTypes.contains) ?? false
        eventType = message.eventType ?? message.header(":error-code")
        guard let root = document?.root ?? (isException ? Payload.error(of: message) : nil) else { return nil }
        self.root = root
        places = body.places
        segments = [Segment(documentOffset: 0, bodyOffset: message.payloadOffset)]
    }

    /// The kinds of messages that say that something failed.
    private static let exceptionTypes = ["exception", "error"]

    /// An error as an object that says what its headers say.
    private static func error(of message: AWSEventMessage) -> JSONValue? {
        var writer = JSONWriter()
        writer.beginObject()
        for header in message.headers {
            guard let text = header.string else { continue }
            writer.key(header.name)
            writer.string(text)
        }
        writer.endObject()
        return JSONDocument(parsing: writer.take()).root
    }

    /// Creates a payload of a document that a string of another payload holds: all of it stands where that string does.
    init(root: JSONValue, in string: JSONValue, of payload: Payload) {
        self.root = root
        eventType = nil
        isException = false
        places = payload.places
        let offset = payload.bodyOffset(ofByte: string.byteRange.lowerBound) ?? 0
        segments = [Segment(documentOffset: 0, bodyOffset: offset)]
        isWithinString = true
    }

    /// Creates a payload of an event's data; nil when they hold no JSON value at all.
    init?(event: ServerSentEvent, document: JSONDocument, body: Body) {
        guard let root = document.root else { return nil }
        self.root = root
        eventType = nil
        isException = false
        places = body.places
        segments = event.dataLines.map { line in
            Segment(documentOffset: line.dataOffset, bodyOffset: line.streamOffset)
        }
    }

    /// Where a value of the payload begins in the capture.
    public func place(of value: JSONValue) -> Place? {
        place(ofByte: value.byteRange.lowerBound)
    }

    /// Where a byte of the document stands in the capture.
    package func place(ofByte offset: Int) -> Place? {
        bodyOffset(ofByte: offset).map(places.place)
    }

    /// Where a byte of the document stands in the body.
    ///
    /// The segments are searched by halves: an event may have as many data lines as it has bytes.
    private func bodyOffset(ofByte offset: Int) -> Int? {
        guard !isWithinString else { return segments.first?.bodyOffset }
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].documentOffset <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let segment = segments[low - 1]
        return segment.bodyOffset + offset - segment.documentOffset
    }
}
