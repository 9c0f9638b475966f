/// Cuts a headers-pane dump into exchanges at its headings.
struct HeadersPaneReader: ExchangeReader {
    /// Reads the next exchange, or gives nil at the end or when only blank lines are left.
    mutating func next(from window: inout CaptureWindow) throws(CaptureError) -> Exchange? {
        var outline = HeadersPaneOutline()
        var offset = 0
        while let line = try window.line(at: offset, ending: .any) {
            let text = line.text(in: window.bytes)
            let isBlank = text.allSatisfy(\.isBlank)
            if let heading = HeadersPaneHeading(text),
                try HeadersPaneReader.isMeant(heading, at: line, isInBody: outline.isInBody, window: &window)
            {
                guard outline.open(heading, at: line) else { break }
            } else if !isBlank {
                outline.noteText(at: line)
            }
            offset = line.end
        }
        if offset == window.bytes.count { outline.close(at: offset, isFollowed: false) }
        let source = window.take(offset)
        guard !outline.sections.isEmpty else { return nil }
        return HeadersPaneExchangeBuilder(source: source).exchange(of: outline.sections)
    }

    /// Whether a line that could be a heading is one where it stands.
    ///
    /// In a body, text that looks like a heading is believed less: a prompt or an answer may be Markdown.
    private static func isMeant(
        _ heading: HeadersPaneHeading, at line: TextLine, isInBody: Bool, window: inout CaptureWindow
    ) throws(CaptureError) -> Bool {
        switch heading {
        case .side, .fields, .body: return true
        case .requestURL, .pane: return !isInBody
        case .unknown: return try nextHeading(behind: line, in: &window) == .fields
        case .general: return try nextHeading(behind: line, in: &window) == .requestURL
        }
    }

    /// The heading on the first line with text behind a line, or nil when that is none.
    private static func nextHeading(
        behind line: TextLine, in window: inout CaptureWindow
    ) throws(CaptureError) -> HeadersPaneHeading? {
        guard let next = try window.lineWithText(at: line.end, ending: .any) else { return nil }
        return HeadersPaneHeading(next.text(in: window.bytes))
    }
}
