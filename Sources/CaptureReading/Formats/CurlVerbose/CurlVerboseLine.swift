internal import ByteCoding

/// A line of what `curl -v` writes, told by its mark.
enum CurlVerboseLine: Equatable {
    /// A header line that was sent; the range counts from the line's first byte.
    case sent(Range<Int>)

    /// A header line that came back.
    case received(Range<Int>)

    /// A line of information.
    case info(Range<Int>)

    /// The mark of content that was sent or came back, which stands elsewhere: `{ [124 bytes data]`.
    case data(isSent: Bool)

    /// The meter of progress.
    case progress

    /// Why curl gave up: `curl: (7) Failed to connect …`.
    case failure

    /// Anything else: content, or what was typed.
    case other

    /// Reads a line without its line end.
    init(_ line: ArraySlice<UInt8>) {
        let skipped = CurlVerboseLine.progressLength(line)
        let rest = line.dropFirst(skipped)
        let text = rest.dropFirst(CurlTracePrefix(rest)?.length ?? 0)
        let content = (text.startIndex - line.startIndex + min(text.count, 2))..<line.count
        switch text.first {
        case UInt8(ascii: ">") where CurlVerboseLine.isMarked(text): self = .sent(content)
        case UInt8(ascii: "<") where CurlVerboseLine.isMarked(text): self = .received(content)
        case UInt8(ascii: "*") where CurlVerboseLine.isMarked(text): self = .info(content)
        case UInt8(ascii: "{") where CurlVerboseLine.isDataMark(text): self = .data(isSent: false)
        case UInt8(ascii: "}") where CurlVerboseLine.isDataMark(text): self = .data(isSent: true)
        case UInt8(ascii: "c") where text.starts(with: "curl: (".utf8): self = .failure
        default: self = skipped > 0 || CurlVerboseLine.isMeterTitle(line) ? .progress : .other
        }
    }

    /// The ids of the transfer and its connection that a line has before its mark; nil for none.
    static func transfer(of line: ArraySlice<UInt8>) -> String? {
        CurlTracePrefix(line.dropFirst(progressLength(line)))?.transfer
    }

    /// What ends the lines of a log: CR alone where its beginning has no LF, as old editors save text.
    ///
    /// Elsewhere a CR is what the meter of progress goes back with.
    static func ending(of head: ArraySlice<UInt8>) -> TextLine.Ending {
        head.contains(UInt8(ascii: "\r")) && !head.contains(UInt8(ascii: "\n")) ? .any : .lineFeed
    }

    /// Whether a text has a line that only this has: a start line behind a mark.
    static func isVerbose(_ text: ArraySlice<UInt8>) -> Bool {
        let ending = ending(of: text)
        var offset = 0
        while let line = TextLine(in: text, at: offset, ending: ending) {
            if isStartLine(line.text(in: text)) { return true }
            offset = line.end
        }
        return false
    }

    /// Whether a line is a start line behind the mark of its direction.
    static func isStartLine(_ line: ArraySlice<UInt8>) -> Bool {
        switch CurlVerboseLine(line) {
        case .sent(let content):
            if case .request? = HTTPStartLine(line.dropFirst(content.lowerBound)) { return true }
        case .received(let content):
            if case .response? = HTTPStartLine(line.dropFirst(content.lowerBound)) { return true }
        default: break
        }
        return false
    }

    /// Whether the mark stands alone or has a space behind it; some editors remove the space.
    private static func isMarked(_ text: ArraySlice<UInt8>) -> Bool {
        text.count == 1 || text.dropFirst().first.map { byte in byte == UInt8(ascii: " ") } ?? false
    }

    private static func isDataMark(_ text: ArraySlice<UInt8>) -> Bool {
        let rest = text.dropFirst()
        guard rest.starts(with: " [".utf8), text.count < 48 else { return false }
        let digits = rest.dropFirst(2).prefix(while: \.isDigit)
        return !digits.isEmpty && rest[digits.endIndex...].starts(with: " bytes data]".utf8)
    }

    private static func isMeterTitle(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.trimmed
        return line.first == UInt8(ascii: " ")
            && (text.starts(with: "% Total".utf8) || text.starts(with: "Dload  Upload".utf8))
    }

    /// How many bytes of the meter stand at the beginning of a line: its rows end in CR or in no line end at all.
    private static func progressLength(_ line: ArraySlice<UInt8>) -> Int {
        guard let first = line.first, first == UInt8(ascii: "\r") || first.isBlank || first.isDigit else { return 0 }
        let row = line.prefix { byte in byte.isDigit || " -:.\rkMGTP%".utf8.contains(byte) }
        guard row.count >= rowLength else { return 0 }
        let last = row.lastIndex(of: UInt8(ascii: "\r")).map { index in row[index...] } ?? row
        return last.contains(UInt8(ascii: ":")) || row.contains(UInt8(ascii: ":")) ? row.count : 0
    }

    /// No row of the meter is shorter.
    private static let rowLength = 60
}

extension ArraySlice<UInt8> {
    /// Whether a line is the one that script(1) puts before what a terminal showed.
    var beginsTypescript: Bool { starts(with: "Script started on ".utf8) }
}
