internal import CaptureReading
internal import Conversation
internal import EventStreaming

/// A response as JSON outputs show it.
struct EncodedResponse: EncodedValue {
    /// The response.
    let response: Response

    /// What its body turned out to be.
    let shape: BodyShape?

    /// Whether something in its body was replaced by a placeholder.
    let isElided: Bool

    /// Whether the text of its body is written.
    let showsText: Bool

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.number("status", response.status)
            writer.captured("reason", response.reason)
            writer.captured("http_version", response.httpVersion)
            writer.array("headers", response.fields.map(EncodedFieldLine.init))
            writer.member("body", body)
        }
    }

    /// Its body, or nil when there is none.
    var body: EncodedBody? {
        response.body.map { body in
            EncodedBody(
                body: body, fields: response.fields, eventCount: eventCount, isElided: isElided, showsText: showsText)
        }
    }

    /// The events of a stream; elements of an array are none.
    private var eventCount: Int? {
        switch shape {
        case .eventStream(let end): end.events
        case .awsEventStream(let end): end.messages
        case .json, .jsonLines, .opaque, nil: nil
        }
    }
}
