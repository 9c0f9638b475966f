/// The buffers of the standard's interpretation: what the event under way is made of so far.
///
/// WHATWG HTML §9.2.6
struct PendingEvent: Sendable, Equatable {
    /// The event type buffer; empty when the event names no type.
    private(set) var type = ""

    /// The data buffer.
    private(set) var data = DataBuffer()

    /// The last event ID buffer, which outlives the event.
    private(set) var lastEventID = ""

    /// The stream offset of the event's first field; nil before there is one.
    private(set) var offset: Int?

    /// Takes the field of a line into the buffers; any other line changes nothing.
    ///
    /// - Parameters:
    ///   - field: what the line is.
    ///   - line: the line without its end.
    ///   - lineOffset: where it stands in the stream.
    mutating func take(_ field: StreamLine, of line: Span<UInt8>, at lineOffset: Int) {
        let value = line.extracting(droppingFirst: field.valueStart)
        switch field.kind {
        case .data: data.append(line: value, at: lineOffset + field.valueStart)
        case .event: type = PendingEvent.text(of: value)
        case .id: setLastEventID(value)
        case .blank, .comment, .retry, .unknown: return
        }
        offset = offset ?? lineOffset
    }

    /// What a blank line dispatches; nil when the event has no data line.
    func dispatched() -> ServerSentEvent? {
        guard let offset, !data.isEmpty else { return nil }
        return ServerSentEvent(
            type: type.isEmpty ? "message" : type, buffer: data, lastEventID: lastEventID, offset: offset)
    }

    /// Empties the buffers for the next event; the last event ID stays.
    mutating func reset() {
        // Runs at every blank line: a buffer that is empty already is left as it is.
        if !type.isEmpty { type = "" }
        if !data.isEmpty { data = DataBuffer() }
        offset = nil
    }

    /// Sets the last event ID buffer unless the value holds a NUL, which makes the standard ignore the field.
    private mutating func setLastEventID(_ value: Span<UInt8>) {
        for index in value.indices where value[index] == 0 { return }
        lastEventID = PendingEvent.text(of: value)
    }

    /// The text of UTF-8 bytes; each maximal part of an ill-formed sequence becomes one U+FFFD.
    private static func text(of bytes: Span<UInt8>) -> String {
        // SAFETY: the pointer is used only inside the closure, while the span is alive.
        unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
