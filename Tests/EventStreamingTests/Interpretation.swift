import EventStreaming

/// All that the parser says of a stream, given to it in pieces.
struct Interpretation: Equatable {
    var events: [ServerSentEvent] = []
    var end: EventStreamEnd

    /// How pieces are handed in: of a slice the parser keeps a view, of a span a copy.
    enum Kind: CaseIterable {
        case slices
        case spans
        case slicesAndSpans
    }

    /// Interprets a stream cut before each of the given offsets, which ascend.
    init(_ bytes: [UInt8], cutAt cuts: [Int] = [], as kind: Kind = .slices) {
        var events: [ServerSentEvent] = []
        var parser = ServerSentEventParser()
        var start = 0
        var isSpan = kind == .spans
        for cut in cuts + [bytes.count] {
            if isSpan {
                parser.append(bytes.span.extracting(start..<cut)) { events.append($0) }
            } else {
                parser.append(bytes[start..<cut]) { events.append($0) }
            }
            if kind == .slicesAndSpans, start < cut { isSpan.toggle() }
            start = cut
        }
        self.events = events
        self.end = parser.finish()
    }

    init(_ text: String, cutAt cuts: [Int] = [], as kind: Kind = .slices) {
        self.init(Array(text.utf8), cutAt: cuts, as: kind)
    }

    /// The data of each event as text.
    var texts: [String] { events.map(\.text) }
}
