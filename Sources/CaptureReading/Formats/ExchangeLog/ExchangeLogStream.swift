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
        var bytes: [UInt8] = []
        for event in events.elements {
            if let name = event["event"]?.filledString { bytes += "event: \(name)\n".utf8 }
            let data = event["data"] ?? event
            if let text = data.string {
                for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                    bytes += "data: \(line)\n".utf8
                }
            } else {
                // A line end in JSON stands between tokens.
                bytes += "data: ".utf8
                bytes += data.rawBytes.map { byte in byte < 0x20 ? 0x20 : byte }
                bytes += "\n".utf8
            }
            bytes += "\n".utf8
        }
        return Body(
            bytes: bytes[...], encoded: events.rawBytes, layers: [], wrapping: [.eventSourceMessages],
            place: source.place(events.byteRange.lowerBound))
    }
}
