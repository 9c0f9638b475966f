internal import ByteCoding

/// Cuts the output of `curl -v` into exchanges: each begins with a request line, or with the command that was typed.
struct CurlVerboseReader: ExchangeReader {
    /// Output in which there is no message.
    private(set) var defects: [CaptureDefect] = []

    /// What ends the lines; nil before the first of them.
    private var ending: TextLine.Ending?

    /// Reads the next exchange, or gives nil when no message is left.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        let ending = ending ?? CurlVerboseLine.ending(of: window.bytes.prefix(CaptureReader.headSize))
        self.ending = ending
        var layout = CurlVerboseLayout()
        var offset = 0
        while let line = try window.line(at: offset, ending: ending) {
            guard layout.accept(line, in: window.slice(offset..<line.end)) else { break }
            offset = line.end
        }
        guard offset > 0 else { return nil }
        let location = window.location
        let source = window.take(offset)
        guard !layout.isEmpty else {
            if !source.bytes.allSatisfy(\.isWhiteSpace) {
                defects.append(
                    CaptureDefect(
                        id: "curl-verbose.stray-content",
                        message: "expected header lines behind > and <, found none in \(offset) bytes; record it again "
                            + "with curl -v", location: location))
            }
            return nil
        }
        return CurlVerboseExchangeBuilder(source: source, layout: layout).exchange(number: number)
    }
}
