import EventStreaming

/// All that the parser says of a stream, given to it in pieces.
struct Interpretation: Equatable {
    var events: [ServerSentEvent] = []
    var end: EventStreamEnd

    /// Interprets a stream cut before each of the given offsets, which ascend.
    init(_ bytes: [UInt8], cutAt cuts: [Int] = []) {
        var events: [ServerSentEvent] = []
        var parser = ServerSentEventParser()
        var start = 0
        for (index, cut) in (cuts + [bytes.count]).enumerated() {
            // Of a slice the parser keeps a view, of a span a copy: what comes of a stream is the same.
            if index.isMultiple(of: 2) {
                parser.append(bytes[start..<cut]) { events.append($0) }
            } else {
                parser.append(bytes.span.extracting(start..<cut)) { events.append($0) }
            }
            start = cut
        }
        self.events = events
        self.end = parser.finish()
    }

    init(_ text: String, cutAt cuts: [Int] = []) {
        self.init(Array(text.utf8), cutAt: cuts)
    }

    /// The data of each event as text.
    var texts: [String] { events.map(\.text) }
}
