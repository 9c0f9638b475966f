internal import ByteCoding

/// Cuts the output of `curl -v` into exchanges: each begins with a request line, or with the command that was typed.
///
/// A transcript may hold commands whose messages curl did not write: what they printed is theirs.
struct CurlVerboseReader: ExchangeReader {
    /// Output in which there is no message.
    private(set) var defects: [CaptureDefect] = []

    /// Whether a raw message begins where the output ends.
    private(set) var isBeforeMessage = false

    /// The exchanges whose lines stood among each other and that are still to be handed out.
    private var waiting: ArraySlice<Exchange> = []

    /// The exchanges before these, of which some may go on.
    private var before: CurlVerboseGroup?

    /// Whether a command is not closed.
    private var hasOpenCommand = false

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
        var group = CurlVerboseGroup(behind: before)
        var offset = 0
        while let line = try window.line(at: offset, ending: ending) {
            let hadCommand = group.command != nil
            guard group.accept(line, in: window.slice(offset..<line.end)) else { break }
            offset = line.end
            if !hadCommand, let command = group.command {
                offset = try max(offset, end(ofCommand: command, behind: group.prompt, in: &window, ending))
            }
        }
        isBeforeMessage = group.isBeforeMessage
        before = group.isBeforeCommand ? nil : group
        guard offset > 0 else { return nil }
        if group.isEmpty, let command = group.command {
            return commandExchange(
                command, upTo: offset, behind: group.prompt, failing: group.failure, in: &window, number: number)
        }
        let location = window.location
        let source = window.take(offset)
        guard !group.isEmpty else {
            note(source, location)
            return nil
        }
        let exchanges = group.layouts.indices.map { index in
            CurlVerboseExchangeBuilder(source: source, group: group, number: index).exchange(number: number)
        }
        waiting = exchanges.dropFirst()
        return exchanges.first
    }

    private mutating func note(_ source: ExchangeSource, _ location: Location) {
        guard !source.bytes.allSatisfy(\.isWhiteSpace) else { return }
        defects.append(
            CaptureDefect(
                id: "curl-verbose.stray-content",
                message: "expected header lines behind > and <, found none in \(source.bytes.count) bytes; record it "
                    + "again with curl -v", location: location))
    }

    /// The offset behind the lines of a command.
    ///
    /// A command that is not closed would be cut into words up to the end of the capture: behind one, no other is.
    private mutating func end(
        ofCommand start: Int, behind prompt: CommandPrompt, in window: inout CaptureWindow, _ ending: TextLine.Ending
    ) throws(CaptureError) -> Int {
        guard !hasOpenCommand else { return 0 }
        let pipeline = try CurlPipeline.read(at: start, isOfWindows: prompt.isOfWindows, from: &window)
        hasOpenCommand = pipeline.isOpen
        guard !pipeline.isOpen, !pipeline.words.isEmpty else { return 0 }
        let end = start + pipeline.end
        guard pipeline.ending == .separator || pipeline.ending == .pipe else { return end }
        return try window.line(at: end, ending: ending)?.end ?? end
    }

    /// The requests of a command of which curl wrote no messages, with what it printed or why it gave up.
    private mutating func commandExchange(
        _ start: Int, upTo end: Int, behind prompt: CommandPrompt, failing failure: Range<Int>?,
        in window: inout CaptureWindow, number: Int
    ) -> Exchange? {
        let why = failure.map { range in
            String(decoding: window.slice(range).drop { byte in byte != UInt8(ascii: "c") }, as: UTF8.self)
        }
        let pipeline = CurlPipeline(
            window.slice(start..<end), at: window.place(start), isOfWindows: prompt.isOfWindows)
        let behind = window.place(start + pipeline.end).byte
        var requests = CurlRequests(pipeline, end: behind, upTo: window.place(end).byte, prompt: prompt)
        var exchanges: [Exchange] = []
        while let exchange = requests.next(from: &window, number: number) { exchanges.append(exchange) }
        if let why, !exchanges.isEmpty {
            exchanges[exchanges.count - 1].failure = why
            // What stands below the command is what curl said of it.
            exchanges[exchanges.count - 1].defects.removeAll { defect in defect.id == "copy-as-curl.text-behind" }
        }
        waiting = exchanges.dropFirst()
        return exchanges.first
    }
}
