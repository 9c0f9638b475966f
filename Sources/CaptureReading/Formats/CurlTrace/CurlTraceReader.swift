internal import ByteCoding

/// Cuts a trace into exchanges: each begins with the block of a request's head.
struct CurlTraceReader: ExchangeReader {
    /// Lines before the first block.
    private(set) var defects: [CaptureDefect] = []

    /// The exchanges whose blocks stood among each other and that are still to be handed out.
    private var waiting: ArraySlice<Exchange> = []

    /// The exchanges before these, of which some may go on.
    private var before: CurlTraceGroup?

    /// What ends the lines: CR alone where the beginning has no LF.
    private var ending: TextLine.Ending?

    /// Reads the next exchange, or gives nil at the end or when no block with bytes is left.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        if var exchange = waiting.popFirst() {
            exchange.number = number
            return exchange
        }
        let ending = ending ?? CurlVerboseLine.ending(of: window.bytes.prefix(CaptureReader.headSize))
        self.ending = ending
        try passStrayLines(in: &window, ending)
        var group = CurlTraceGroup(behind: before)
        var offset = 0
        while let line = try window.line(at: offset, ending: ending) {
            let text = line.text(in: window.bytes)
            if let heading = CurlTraceHeading(text) {
                let block = CurlTraceBlock(
                    heading: heading, start: offset, lines: line.end..<line.end, ending: ending)
                let first = try CurlTraceReader.beginning(behind: line, of: block, in: &window)
                guard group.accept(block, text, beginning: first) else { break }
            } else {
                group.extend(to: line.end)
            }
            offset = line.end
        }
        before = group
        guard offset > 0 else { return nil }
        let location = window.location
        let source = window.take(offset)
        guard !group.isEmpty else {
            // Behind an exchange, lines of information are told nowhere; alone they are no exchange.
            note("lines of information alone", location)
            return nil
        }
        let exchanges = group.blocks.indices.map { index in
            CurlTraceExchangeBuilder(source: source, group: group, number: index).exchange(number: number)
        }
        waiting = exchanges.dropFirst()
        return exchanges.first
    }

    /// The bytes that a block begins with, as far as its first line has them.
    private static func beginning(
        behind line: TextLine, of block: CurlTraceBlock, in window: inout CaptureWindow
    ) throws(CaptureError) -> [UInt8] {
        let heading = block.heading
        guard heading.kind == .sentHeader || heading.kind == .receivedHeader,
            let first = try window.line(at: line.end, ending: block.ending),
            let row = CurlTraceLine(first.text(in: window.bytes))
        else { return [] }
        return row.hasDigits(ofBlock: heading.size) ? row.digits(upTo: heading.size).bytes : Array(row.text)
    }

    /// Takes the lines before the first block from the window and notes them, unless they are blank.
    private mutating func passStrayLines(
        in window: inout CaptureWindow, _ ending: TextLine.Ending
    ) throws(CaptureError) {
        var offset = 0
        var isBlank = true
        while let line = try window.line(at: offset, ending: ending) {
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
