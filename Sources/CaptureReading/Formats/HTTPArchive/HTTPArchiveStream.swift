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
        var text = ""
        for message in messages.elements {
            if let name = message["eventName"]?.string, !name.isEmpty, name != "message" { text += "event: \(name)\n" }
            if let id = message["eventId"]?.string, !id.isEmpty { text += "id: \(id)\n" }
            let data = message["data"]?.string ?? ""
            for line in data.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                text += "data: \(Substring(line))\n"
            }
            text += "\n"
        }
        return Body(
            bytes: Array(text.utf8)[...], encoded: messages.rawBytes, layers: [], wrapping: [.eventSourceMessages],
            place: source.place(messages.byteRange.lowerBound))
    }
}

extension BodyLayer {
    /// The messages of an event stream in a list.
    static let eventSourceMessages = BodyLayer(rawValue: "event_source_messages")
}
