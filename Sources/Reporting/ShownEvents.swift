internal import CaptureReading
internal import EventStreaming
internal import Redaction

/// The data of a stream's events as they are shown: without the secrets that lie in several of them.
///
/// What else is secret in them is still to be hidden.
struct ShownEvents {
    /// The data of each event; nil where no secret is in pieces, so that each is shown as it is.
    private let texts: [String]?

    /// What is left over at the end, as it is shown; nil where nothing is, or it is shown as it is.
    private let shownTail: ArraySlice<UInt8>?

    /// Looks through a body that is an event stream.
    init(of body: Body, _ redactor: Redactor) {
        let split = redactor.splitSecrets(in: body)
        guard !split.isEmpty else {
            texts = nil
            shownTail = nil
            return
        }
        var found: [String] = []
        var parser = ServerSentEventParser()
        parser.append(split.shownBytes(of: 0..<body.bytes.count)[...]) { event in found.append(event.text) }
        shownTail = parser.finish().incompleteTail?.bytes
        texts = found
    }

    /// The data of an event, whose number counts from 1.
    func text(of event: ServerSentEvent, _ number: Int) -> String {
        guard let texts else { return event.text }
        return number <= texts.count ? texts[number - 1] : ""
    }

    /// What is left over at the end of the stream; nil where nothing is.
    func tail(of end: EventStreamEnd) -> ArraySlice<UInt8>? {
        end.incompleteTail.map { tail in texts == nil ? tail.bytes : shownTail ?? [] }
    }
}
