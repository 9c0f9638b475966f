internal import CaptureReading
internal import Redaction

/// A capture cut into pieces of text, each with the exchanges that begin in it.
struct CaptureSegments {
    /// A piece.
    struct Segment: Sendable {
        /// The offset of its first byte in the capture.
        let start: Int

        /// The text.
        let text: [UInt8]

        /// The exchanges that begin in it.
        let exchanges: [Exchange]
    }

    /// The containers around the capture, outermost first.
    let containers: [ContainerID]

    /// How the capture holds its messages.
    var layout: CaptureLayout {
        switch reader.format {
        case .httpMessage: .framed
        case .curlTrace: .dump
        default: .text
        }
    }

    private var reader: CaptureReader
    private var text: CaptureText
    private var waiting: Exchange?
    private var isAtEnd = false

    /// Opens a capture.
    init(of input: CaptureInput) throws(CaptureError) {
        reader = try input.reader()
        text = try input.text()
        containers = text.containers
        waiting = try reader.next()
    }

    /// The next piece: up to the beginning of the next exchange, the last one up to the end of the capture.
    mutating func next() throws(CaptureError) -> Segment? {
        guard !isAtEnd else { return nil }
        let start = text.position
        var exchanges: [Exchange] = []
        while let exchange = waiting {
            let begin = exchange.source.start.byte
            guard begin <= start else {
                return Segment(start: start, text: try text.next(upTo: begin), exchanges: exchanges)
            }
            exchanges.append(exchange)
            waiting = try reader.next()
        }
        isAtEnd = true
        let rest = try text.rest()
        return rest.isEmpty && exchanges.isEmpty ? nil : Segment(start: start, text: rest, exchanges: exchanges)
    }
}
