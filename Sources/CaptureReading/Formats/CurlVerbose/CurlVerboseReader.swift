internal import ByteCoding

/// Cuts the output of `curl -v` into exchanges: each begins with a request line, or with the command that was typed.
struct CurlVerboseReader: ExchangeReader {
    /// Output in which there is no message.
    private(set) var defects: [CaptureDefect] = []

    /// Whether a raw message begins where the output ends.
    private(set) var isBeforeMessage = false

    /// The exchanges whose lines stood among each other and that are still to be handed out.
    private var waiting: ArraySlice<Exchange> = []

    /// What ends the lines; nil before the first of them.
    private var ending: TextLine.Ending?

    /// Reads the next exchange, or gives nil when no message is left.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        if var exchange = waiting.popFirst() {
            exchange.number = number
            return exchange
        }
        if isBeforeMessage { return nil }
        let ending = ending ?? CurlVerboseLine.ending(of: window.bytes.prefix(CaptureReader.headSize))
        self.ending = ending
        var group = CurlVerboseGroup()
        var offset = 0
        while let line = try window.line(at: offset, ending: ending) {
            guard group.accept(line, in: window.slice(offset..<line.end)) else { break }
            offset = line.end
        }
        isBeforeMessage = group.isBeforeMessage
        guard offset > 0 else { return nil }
        let location = window.location
        let source = window.take(offset)
        guard !group.isEmpty else {
            if !source.bytes.allSatisfy(\.isWhiteSpace) {
                defects.append(
                    CaptureDefect(
                        id: "curl-verbose.stray-content",
                        message: "expected header lines behind > and <, found none in \(offset) bytes; record it again "
                            + "with curl -v", location: location))
            }
            return nil
        }
        let exchanges = group.layouts.indices.map { index in
            CurlVerboseExchangeBuilder(source: source, group: group, number: index).exchange(number: number)
        }
        waiting = exchanges.dropFirst()
        return exchanges.first
    }
}
