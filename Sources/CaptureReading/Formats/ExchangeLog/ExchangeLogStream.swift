internal import JSONReading

/// The events of a stream that a log keeps as a list: the stream is written anew from them.
struct ExchangeLogStream {
    private let events: JSONValue

    /// Takes a list of events; nil when there is none in it.
    init?(_ value: JSONValue?) {
        guard let value, value.isArray, value.count > 0 else { return nil }
        events = value
    }

    /// The stream: of each event the name, and the data as a line of JSON or text.
    func body(in source: ExchangeSource) -> Body {
        var stream = EventStreamText()
        for event in events.elements {
            if let name = event["event"]?.filledString { stream.write("event", name) }
            let data = event["data"] ?? event
            if let text = data.string { stream.writeData(text.utf8) } else { stream.writeData(json: data.rawBytes) }
            stream.endEvent()
        }
        return Body(
            bytes: stream.bytes[...], encoded: events.rawBytes, layers: [], wrapping: [.eventSourceMessages],
            place: source.place(events.byteRange.lowerBound))
    }
}
