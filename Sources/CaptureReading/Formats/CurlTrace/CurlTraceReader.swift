internal import ByteCoding

/// Cuts a trace into exchanges: each begins with the block of a request's head.
struct CurlTraceReader: ExchangeReader {
    /// Lines before the first block.
    private(set) var defects: [CaptureDefect] = []

    /// Reads the next exchange, or gives nil at the end or when no block with bytes is left.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        try passStrayLines(in: &window)
        var blocks: [CurlTraceBlock] = []
        var progress = CurlTraceProgress()
        var offset = 0
        while let line = try window.line(at: offset, ending: .lineFeed) {
            if let heading = CurlTraceHeading(line.text(in: window.bytes)) {
                let first = try CurlTraceReader.beginning(behind: line, of: heading, in: &window)
                guard progress.accept(heading, beginning: first) else { break }
                blocks.append(CurlTraceBlock(heading: heading, start: offset, lines: line.end..<line.end))
            } else if let last = blocks.indices.last {
                blocks[last].lines = blocks[last].lines.lowerBound..<line.end
            }
            offset = line.end
        }
        guard offset > 0 else { return nil }
        let location = window.location
        let source = window.take(offset)
        guard !progress.isEmpty else {
            // Behind an exchange, lines of information are told nowhere; alone they are no exchange.
            note("lines of information alone", location)
            return nil
        }
        return CurlTraceExchangeBuilder(source: source).exchange(of: blocks, number: number)
    }

    /// The bytes that a block begins with, as far as its first line has them.
    private static func beginning(
        behind line: TextLine, of heading: CurlTraceHeading, in window: inout CaptureWindow
    ) throws(CaptureError) -> [UInt8] {
        guard heading.kind == .sentHeader || heading.kind == .receivedHeader,
            let first = try window.line(at: line.end, ending: .lineFeed),
            let row = CurlTraceLine(first.text(in: window.bytes))
        else { return [] }
        return row.hasDigits(ofBlock: heading.size) ? row.digits(upTo: heading.size).bytes : Array(row.text)
    }

    /// Takes the lines before the first block from the window and notes them, unless they are blank.
    private mutating func passStrayLines(in window: inout CaptureWindow) throws(CaptureError) {
        var offset = 0
        var isBlank = true
        while let line = try window.line(at: offset, ending: .lineFeed) {
            let text = line.text(in: window.bytes)
            if CurlTraceHeading(text) != nil { break }
            isBlank = isBlank && text.allSatisfy(\.isWhiteSpace)
            offset = line.end
        }
        guard offset > 0 else { return }
        let location = window.location
        _ = window.take(offset)
        if !isBlank { note("\(offset) other bytes; they are left out", location) }
    }

    private mutating func note(_ found: String, _ location: Location) {
        defects.append(
            CaptureDefect(
                id: "curl-trace.stray-content",
                message: "expected a block such as => Send header at the beginning, found \(found)",
                location: location))
    }
}
