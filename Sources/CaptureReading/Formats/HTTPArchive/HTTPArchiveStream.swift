internal import JSONReading

/// The messages of an event stream that Chrome keeps beside the content, which it has lost when the stream was stopped.
///
/// They are whole events, well decoded: the stream is written anew from them.
struct HTTPArchiveStream {
    private let messages: JSONValue

    /// Takes the value of `_eventSourceMessages`; nil when there is no message in it.
    init?(_ value: JSONValue?) {
        guard let value, value.isArray, value.count > 0 else { return nil }
        messages = value
    }

    /// The stream.
    func body(in source: ExchangeSource) -> Body {
        var stream = EventStreamText()
        for message in messages.elements {
            if let name = message["eventName"]?.filledString, name != "message" { stream.write("event", name) }
            if let id = message["eventId"]?.filledString { stream.write("id", id) }
            stream.writeData((message["data"]?.string ?? "").utf8)
            stream.endEvent()
        }
        return Body(
            bytes: stream.bytes[...], encoded: messages.rawBytes, layers: [], wrapping: [.eventSourceMessages],
            place: source.place(messages.byteRange.lowerBound))
    }
}

extension BodyLayer {
    /// The messages of an event stream in a list.
    static let eventSourceMessages = BodyLayer(rawValue: "event_source_messages")
}
