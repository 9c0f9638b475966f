internal import ByteCoding

/// Reads commands that follow each other: each is a request, and what stands below it what came back.
struct CopyAsCurlReader: ExchangeReader {
    /// Lines before the first command.
    private(set) var defects: [CaptureDefect] = []

    /// Reads the next command, or gives nil at the end.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        guard let start = try passStrayLines(in: &window) else { return nil }
        let command = try CopyAsCurlReader.command(at: start, in: &window)
        let end = start + command.end
        let next = try CopyAsCurlReader.nextCommand(behind: end, command.ending, in: &window)
        let source = window.take(next)
        return CopyAsCurlReader.exchange(number, source, start: start, end: end)
    }

    /// The exchange of a command at an offset of its bytes and of what stands behind it.
    private static func exchange(_ number: Int, _ source: ExchangeSource, start: Int, end: Int) -> Exchange {
        let words = ShellWords(source.slice(start..<source.bytes.count), at: source.place(start))
        let (request, found) = CurlCommand(words, at: source.place(start)).request()
        var defects = found
        if words.ending == .openQuote {
            defects.append(
                CaptureDefect(
                    id: "copy-as-curl.open-quote",
                    message:
                        "expected the quote that ends a word, found the end of the capture; copy the whole command",
                    place: source.place(start)))
        }
        var output = CurlOutput(source, from: end, isFollowed: words.ending == .pipe || words.ending == .separator)
        let response = output.response()
        defects += output.defects
        return Exchange(number: number, source: source, request: request, response: response, defects: defects)
    }

    /// Cuts the command at an offset into words, loading as much as it needs.
    ///
    /// Twice as much is loaded before it is cut again, so that the time stays linear.
    static func command(at start: Int, in window: inout CaptureWindow) throws(CaptureError) -> ShellWords {
        while true {
            let words = ShellWords(window.bytes.dropFirst(start), at: window.place(start))
            guard words.isOpen else { return words }
            let target = 2 * window.bytes.count
            guard try window.extend() else { return words }
            while window.bytes.count < target, try window.extend() {}
        }
    }

    /// The offset of the line of the next command, or of the end of the capture.
    private static func nextCommand(
        behind end: Int, _ ending: ShellWords.Ending, in window: inout CaptureWindow
    ) throws(CaptureError) -> Int {
        var offset = end
        var isBehindSeparator = ending == .separator
        var isRestOfLine = ending == .separator || ending == .pipe
        while let line = try window.line(at: offset, ending: .any) {
            let text = line.text(in: window.bytes)
            if !isRestOfLine || isBehindSeparator, CurlCommandStart(text) != nil { return offset }
            isRestOfLine = false
            isBehindSeparator = false
            offset = line.end
        }
        return offset
    }

    /// Takes the lines before the first command from the window and notes them; gives the offset of the command.
    private mutating func passStrayLines(in window: inout CaptureWindow) throws(CaptureError) -> Int? {
        var offset = 0
        var isBlank = true
        var isEmpty = true
        while let line = try window.line(at: offset, ending: .any) {
            let text = line.text(in: window.bytes)
            if let start = CurlCommandStart(text) {
                if isBlank { return offset + start.offset }
                note(offset, in: &window)
                return start.offset
            }
            isEmpty = isEmpty && text.allSatisfy(\.isWhiteSpace)
            isBlank = isBlank && (isEmpty || text.allSatisfy(\.isWhiteSpace) || text.isFence)
            offset = line.end
        }
        if !isEmpty { note(offset, in: &window) } else { _ = window.take(offset) }
        return nil
    }

    private mutating func note(_ count: Int, in window: inout CaptureWindow) {
        let location = window.location
        _ = window.take(count)
        defects.append(
            CaptureDefect(
                id: "copy-as-curl.stray-content",
                message: "expected a command of curl, found \(count) other bytes; they are left out",
                location: location))
    }
}
