internal import ByteCoding

/// The start line and the header section of a message.
///
/// RFC 9112 §2.1
struct HTTPMessageHead {
    /// The start line.
    let startLine: HTTPStartLine

    /// Where the start line begins, counted from the window's first byte.
    let start: Int

    /// The offset behind the blank line that ends the header section.
    private(set) var end: Int

    /// The header section.
    private(set) var fields = FieldLines()

    /// What is wrong in it.
    private(set) var defects: [CaptureDefect] = []

    /// Header lines that have a defect: how many, and where the first of them stands.
    private struct Flawed {
        var count = 0
        var first: Place?

        mutating func note(_ place: Place) {
            count += 1
            first = first ?? place
        }
    }

    /// The start line at an offset, or nil when there is none.
    ///
    /// - Throws: what the window's source throws.
    static func startLine(at start: Int, in window: inout CaptureWindow) throws(CaptureError) -> HTTPStartLine? {
        guard let line = try window.line(at: start, ending: .lineFeed) else { return nil }
        return HTTPStartLine(line.text(in: window.bytes))
    }

    /// Reads the head that begins at an offset, or gives nil when there is no start line.
    ///
    /// - Throws: what the window's source throws.
    init?(at start: Int, in window: inout CaptureWindow) throws(CaptureError) {
        guard let line = try window.line(at: start, ending: .lineFeed),
            let startLine = HTTPStartLine(line.text(in: window.bytes))
        else { return nil }
        self.startLine = startLine
        self.start = start
        end = line.end
        try readFields(from: &window)
    }

    /// What a header section ends with.
    private enum Ending {
        case blankLine
        case nextMessage
        case captureEnd(inside: Place?)
    }

    /// Reads header lines up to the blank line, the next message or the end.
    ///
    /// The line that the capture ends in is kept as far as it goes.
    private mutating func readFields(from window: inout CaptureWindow) throws(CaptureError) {
        var lines: [FieldLine] = []
        var withoutColon = Flawed()
        var withSpace = Flawed()
        var ending = Ending.captureEnd(inside: nil)
        while let line = try window.line(at: end, ending: .lineFeed) {
            let text = line.text(in: window.bytes)
            if line.isTerminated, HTTPStartLine(text) != nil {
                ending = .nextMessage
                break
            }
            end = line.end
            if text.isEmpty {
                ending = .blankLine
                break
            }
            if !line.isTerminated {
                // Of the blank line the CR alone may be there.
                if text.elementsEqual("\r".utf8) { break }
                ending = .captureEnd(inside: window.place(of: text))
            }
            if let first = text.first, first.isBlank, let last = lines.indices.last {
                lines[last].append(folded: text.trimmed)
            } else if let colon = text.dropFirst().firstIndex(of: UInt8(ascii: ":")) {
                // The colon that a line begins with is that of a pseudo-header's name (`:authority`).
                let value = text[text.index(after: colon)...].trimmed
                if text[..<colon].contains(where: \.isBlank) { withSpace.note(window.place(of: text)) }
                lines.append(
                    FieldLine(
                        name: String(decoding: text[..<colon], as: UTF8.self),
                        value: String(decoding: value, as: UTF8.self), place: window.place(of: value)))
            } else if line.isTerminated {
                withoutColon.note(window.place(of: text))
            }
        }
        fields = FieldLines(lines)
        report(withoutColon, withSpace)
        report(ending, at: window.place(end))
    }

    /// Notes the defects of header lines that were met, each kind once.
    private mutating func report(_ withoutColon: Flawed, _ withSpace: Flawed) {
        if let place = withoutColon.first {
            note(
                "line-without-colon",
                "expected a colon in a header line, found none in \(withoutColon.count); what has none is left out",
                place)
        }
        if let place = withSpace.first {
            note(
                "space-in-name",
                "expected header names without white space, found \(withSpace.count) with some; servers may read such a "
                    + "header differently or drop it", place)
        }
    }

    /// Notes that no blank line ends the header section.
    private mutating func report(_ ending: Ending, at end: Place) {
        switch ending {
        case .blankLine: break
        case .nextMessage:
            note(
                "missing-blank-line",
                "expected a blank line behind the header section, found another message; capture it again if a body "
                    + "is missing", end)
        case .captureEnd(inside: nil):
            note(
                "truncated-head",
                "expected a blank line behind the header section, found the end of the capture; capture it again if "
                    + "more was sent", end)
        case .captureEnd(inside: let line?):
            note(
                "truncated-head",
                "expected a blank line behind the header section, found the end of the capture inside a header line; "
                    + "its end may be missing, capture it again", line)
        }
    }

    /// Notes a defect.
    private mutating func note(_ id: String, _ message: String, _ place: Place) {
        defects.append(CaptureDefect(id: "http-message." + id, message: message, place: place))
    }
}

extension FieldLine {
    /// Adds the text of a line that continues the value, joined by a space.
    ///
    /// RFC 9112 §5.2
    fileprivate mutating func append(folded text: ArraySlice<UInt8>) {
        if !value.isEmpty && !text.isEmpty { value += " " }
        value += String(decoding: text, as: UTF8.self)
    }
}
