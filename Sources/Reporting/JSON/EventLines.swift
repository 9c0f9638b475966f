public import CaptureReading
internal import EventStreaming
internal import JSONReading
public import Redaction

/// Writes the events of an event stream as JSON, a line for each when it is dispatched, and a last line for its end.
public struct EventLines {
    private let redactor: Redactor
    private let lines: LineTable
    private let write: Output

    /// Creates a writer of events.
    ///
    /// - Parameters:
    ///   - redactor: knows the secrets of the capture.
    ///   - lines: the lines and columns of the exchange that holds the stream.
    ///   - write: takes the lines, one at a time; one of many kilobytes in pieces.
    public init(redactor: Redactor, lines: LineTable, write: @escaping Output) {
        self.redactor = redactor
        self.lines = lines
        self.write = write
    }

    /// Writes the events of a body.
    ///
    /// A body that is no event stream gives no events. What an event stream leaves over at its end is its tail; of a
    /// body that is one JSON document, all of it is. Messages in AWS's encoding are events too: their payload is the data.
    public func write(eventsOf body: Body) {
        if case .awsEventStream = body.content(declared: nil) { return write(messagesOf: body) }
        let shown = ShownEvents(of: body, redactor)
        var parser = ServerSentEventParser()
        var count = 0
        parser.append(body.bytes) { event in
            count += 1
            write(
                count, type: event.type, data: shown.text(of: event, count), id: event.lastEventID,
                at: body.place(ofByte: event.offset))
        }
        let end = parser.finish()
        let isDocument = end.events == 0 && JSONDocument(parsing: body.bytes).isComplete
        writeEnd(
            events: end.events, comments: end.comments, retry: end.retry, lastEventID: end.lastEventID,
            tail: isDocument ? redactor.withoutPieces(body).bytes : shown.tail(of: end))
    }

    /// Writes one event.
    private func write(_ number: Int, type: String, data: String, id: String, at place: Place?) {
        writeLine { writer in
            writer.number("number", number)
            writer.captured("type", type)
            writer.captured("data", data, handingOutTo: write)
            writer.captured("id", id)
            writer.place(place)
        }
    }

    /// Writes the messages of a body in AWS's encoding; damaged ones are left out, and one that is cut is the tail.
    private func write(messagesOf body: Body) {
        var places: [Place] = []
        var parser = AWSEventStreamParser()
        parser.append(body.bytes) { message in places.append(body.place(ofByte: message.offset)) }
        _ = parser.finish()
        let shown = redactor.withoutSecrets(inAWSEventStream: body.bytes).map { bytes in bytes[...] } ?? body.bytes
        parser = AWSEventStreamParser()
        var count = 0
        parser.append(shown) { message in
            count += 1
            write(
                count, type: message.eventType ?? message.messageType ?? "message", data: message.text, id: "",
                at: count <= places.count ? places[count - 1] : nil)
        }
        let end = parser.finish()
        writeEnd(
            events: end.messages,
            tail: end.incompleteTail.map { range in shown.dropFirst(range.lowerBound).prefix(range.count) },
            damaged: end.faults.count)
    }

    /// Writes the last line.
    private func writeEnd(
        events: Int, comments: Int = 0, retry: Int? = nil, lastEventID: String = "", tail: ArraySlice<UInt8>?,
        damaged: Int = 0
    ) {
        writeLine { writer in
            writer.object("end") { writer in
                writer.number("events", events)
                writer.number("comments", comments)
                if retry == nil { writer.null("retry") }
                writer.number("retry", retry)
                writer.captured("last_event_id", lastEventID)
                if tail == nil { writer.null("incomplete_tail") }
                writer.captured("incomplete_tail", bytes: tail, handingOutTo: write)
                if damaged > 0 { writer.number("damaged", damaged) }
            }
        }
    }

    /// Writes an object on a line of its own.
    private func writeLine(_ members: (inout RedactingWriter) -> Void) {
        var writer = RedactingWriter(layout: .compact, redactor: redactor)
        writer.lines = lines
        writer.object(nil, members)
        write(writer.take() + [UInt8(ascii: "\n")])
    }
}
