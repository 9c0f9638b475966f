internal import ByteCoding
internal import JSONReading

/// An event stream whose lines stand behind the words of a log, or without the blank lines between its events.
///
///     2026-01-01T00:00:00Z INFO data: {"id": 1}
///     2026-01-01T00:00:01Z INFO data: {"id": 2}
///
/// A log puts each line of a stream on a line of its own, and leaves the blank ones out; `grep data` does too. Each line
/// of data is then an event: data of several lines cannot be told.
struct LoggedStream {
    /// The stream as it was before it was logged.
    private(set) var content = GatheredBytes()

    /// How many lines are none of the stream.
    private(set) var strayCount = 0

    /// Whether words stand before the fields.
    private(set) var hasWords = false

    /// Where it ends in the text: at the fence of Markdown behind it, or with the text.
    private(set) var end = 0

    /// No words before a field are longer than this.
    private static let longestPrefix = 256

    /// How many lines are looked at to tell whether a text is of the kind.
    private static let mostLines = 64

    /// Joins the lines of a text, or gives nil where it is no stream of the kind.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - place: where its first byte stands in the capture.
    init?(_ text: ArraySlice<UInt8>, at place: Place) {
        guard LoggedStream.isLogged(text) else { return nil }
        var offset = 0
        while let line = TextLine(in: text, at: offset, ending: .any) {
            let content = line.text(in: text)
            guard !content.isFence else { break }
            offset = line.end
            guard let start = LoggedStream.isAnyField(content) ? 0 : LoggedStream.fieldStart(in: content) else {
                if !content.allSatisfy(\.isWhiteSpace) { strayCount += 1 }
                continue
            }
            hasWords = hasWords || start > 0
            let byte = place.byte + line.content.lowerBound + start
            self.content.append(content.dropFirst(start), at: byte)
            let isData = content.dropFirst(start).starts(with: "data:".utf8)
            let end = place.byte + line.content.upperBound
            self.content.append((isData ? "\n\n" : "\n").utf8, at: end, step: 0)
        }
        end = offset
    }

    /// What the capture has instead of a stream.
    ///
    /// - Parameter place: where the text begins.
    /// - Returns: the defect.
    func defect(at place: Place) -> CaptureDefect {
        let found = hasWords ? "other words before its lines" : "none"
        let expected = hasWords ? "the lines of an event stream alone" : "blank lines between the events of a stream"
        let rest = strayCount > 0 ? "; \(strayCount) \(strayCount == 1 ? "line is" : "lines are") none of it" : ""
        return CaptureDefect(
            id: "event-stream.logged",
            message: "expected \(expected), found \(found); each line of data is read as an event\(rest)", place: place)
    }

    /// Whether the beginning of a text is of the kind: two lines of data of which each is an event, with words before the
    /// first or without a blank line between any fields.
    static func isLogged(_ text: ArraySlice<UInt8>) -> Bool {
        var dataCount = 0
        var isBehindBlank = false
        var hasWords = false
        var offset = 0
        for _ in 0..<mostLines {
            guard let line = TextLine(in: text, at: offset, ending: .any) else { break }
            let content = line.text(in: text)
            offset = line.end
            if content.isFence { break }
            if dataCount > 0, content.allSatisfy(\.isWhiteSpace) { isBehindBlank = true }
            guard let start = fieldStart(in: content) else { continue }
            if isBehindBlank, !hasWords { return false }
            if dataCount == 0 { hasWords = start > 0 }
            if let data = content.dropFirst(start).dropping(prefix: "data:")?.trimmed {
                // Without words, what is cut into several lines of data is one event.
                guard hasWords || data.elementsEqual("[DONE]".utf8) || JSONDocument(parsing: data).isComplete else {
                    return false
                }
                dataCount += 1
            }
            if dataCount > 1, hasWords { return true }
        }
        return dataCount > 1
    }

    /// Where a field of a stream begins on a line: data that are JSON or `[DONE]`, or the name of an event.
    static func fieldStart(in line: ArraySlice<UInt8>) -> Int? {
        let head = line.prefix(longestPrefix)
        if isField(line) { return 0 }
        var position = head.startIndex
        while let colon = head[position...].firstIndex(of: UInt8(ascii: ":")) {
            position = colon + 1
            for name in ["data", "event"] where head[..<colon].suffix(name.utf8.count).elementsEqual(name.utf8) {
                let start = colon - name.utf8.count
                guard start > head.startIndex, isBorder(head[start - 1]), isField(line[start...]) else { continue }
                return start - line.startIndex
            }
        }
        return nil
    }

    /// Whether a line begins with any field, or is a comment.
    ///
    /// WHATWG HTML §9.2.5
    private static func isAnyField(_ line: ArraySlice<UInt8>) -> Bool {
        ["data:", "event:", "id:", "retry:", ":"].contains { name in line.starts(with: name.utf8) }
    }

    /// Whether a line begins with a field that a log of a stream has.
    private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        if let data = line.dropping(prefix: "data:")?.trimmed {
            return data.first == UInt8(ascii: "{") || data.first == UInt8(ascii: "[")
        }
        guard let name = line.dropping(prefix: "event:")?.trimmed, !name.isEmpty else { return false }
        return name.allSatisfy { byte in byte.isLetter || byte.isDigit || "._-".utf8.contains(byte) }
    }

    /// Whether a byte may stand right before a field: what ends a word of a log.
    private static func isBorder(_ byte: UInt8) -> Bool {
        byte.isBlank || "]>|:)".utf8.contains(byte)
    }
}
