internal import ByteCoding

/// Cuts a headers-pane dump into exchanges at its headings.
struct HeadersPaneReader: ExchangeReader {
    /// Lines before the first heading.
    private(set) var defects: [CaptureDefect] = []

    /// Reads the next exchange, or gives nil at the end or when only blank lines are left.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        try passStrayLines(in: &window)
        var outline = HeadersPaneOutline()
        var offset = 0
        while let line = try window.line(at: offset, ending: .any) {
            if let heading = try HeadersPaneReader.heading(on: line, isInBody: outline.isInBody, window: &window) {
                guard outline.open(heading, at: line) else { break }
            } else if !HeadersPaneReader.isBlank(line, in: window) {
                outline.noteText()
            }
            offset = line.end
        }
        if offset == window.bytes.count { outline.close(at: offset, isFollowed: false) }
        let source = window.take(offset)
        guard !outline.sections.isEmpty else { return nil }
        return HeadersPaneExchangeBuilder(number: number, source: source).exchange(of: outline.sections)
    }

    /// Takes the lines before the first heading from the window and notes them, unless they are blank.
    private mutating func passStrayLines(in window: inout CaptureWindow) throws(CaptureError) {
        var count = 0
        var first = window.place(0)
        var offset = 0
        while let line = try window.line(at: offset, ending: .any),
            try HeadersPaneReader.heading(on: line, isInBody: false, window: &window) == nil
        {
            if !HeadersPaneReader.isBlank(line, in: window) {
                if count == 0 { first = window.place(line.content.lowerBound) }
                count += 1
            }
            offset = line.end
        }
        guard count > 0 else { return }
        _ = window.take(offset)
        let found = count == 1 ? "1 other line; it is" : "\(count) other lines; they are"
        defects.append(
            CaptureDefect(
                id: "headers-pane.stray-content",
                message: "expected a heading such as # request at the beginning, found \(found) left out", place: first)
        )
    }

    /// Whether a line holds nothing but spaces and tabs.
    private static func isBlank(_ line: TextLine, in window: CaptureWindow) -> Bool {
        line.text(in: window.bytes).allSatisfy(\.isBlank)
    }

    /// The heading on a line, or nil when it is none where it stands.
    ///
    /// In a body, text that looks like a heading is believed less: a prompt or an answer may be Markdown.
    private static func heading(
        on line: TextLine, isInBody: Bool, window: inout CaptureWindow
    ) throws(CaptureError) -> HeadersPaneHeading? {
        guard let heading = HeadersPaneHeading(line.text(in: window.bytes)) else { return nil }
        let isMeant =
            switch heading {
            case .side, .fields, .body: true
            case .requestURL, .pane: !isInBody
            case .unknown: try nextHeading(behind: line, in: &window) == .fields
            case .general: try nextHeading(behind: line, in: &window) == .requestURL
            }
        return isMeant ? heading : nil
    }

    /// The heading on the first line with text behind a line, or nil when that is none.
    private static func nextHeading(
        behind line: TextLine, in window: inout CaptureWindow
    ) throws(CaptureError) -> HeadersPaneHeading? {
        guard let next = try window.lineWithText(at: line.end, ending: .any) else { return nil }
        return HeadersPaneHeading(next.text(in: window.bytes))
    }
}
