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
            if let heading = try HeadersPaneReader.heading(on: line, below: outline.sections.last, window: &window) {
                guard outline.open(heading, at: line, margin: HeadersPaneReader.margin(of: line, in: window)) else {
                    break
                }
            } else if let text = HeadersPaneReader.text(on: line, in: window) {
                if outline.sections.isEmpty, HeadersPaneName.isKnown(beginning: text) {
                    outline.openUntitled(at: line)
                }
                outline.noteText()
            }
            offset = line.end
        }
        if offset == window.bytes.count { outline.close(at: offset, isFollowed: false) }
        let source = window.take(offset)
        guard !outline.sections.isEmpty else { return nil }
        return HeadersPaneExchangeBuilder(number: number, source: source).exchange(of: outline.sections)
    }

    /// Takes the lines before the first heading or header line from the window and notes them, unless they are blank.
    ///
    /// A header line without a heading counts as the first line of a paste only. A fence of Markdown stays with the
    /// exchange behind it.
    private mutating func passStrayLines(in window: inout CaptureWindow) throws(CaptureError) {
        var stray = (count: 0, first: window.place(0))
        var markCount = 0
        var offset = 0
        while let line = try window.line(at: offset, ending: .any) {
            if try HeadersPaneReader.heading(on: line, below: nil, window: &window) != nil { break }
            if let text = HeadersPaneReader.text(on: line, in: window) {
                if stray.count == 0, HeadersPaneName.isKnown(beginning: text) { return }
                if stray.count == 0, text.isFence {
                    markCount += 1
                } else {
                    if stray.count == 0 { stray.first = window.place(of: text) }
                    stray.count += 1
                }
            } else if !line.text(in: window.bytes).allSatisfy(\.isBlank) {
                markCount += 1
            }
            offset = line.end
        }
        // Where nothing follows them, nothing is left that fences and invisible marks could stay with.
        if offset == window.bytes.count, stray.count == 0 { stray.count = markCount }
        guard stray.count > 0 else { return }
        let location = window.location(of: stray.first)
        _ = window.take(offset)
        let found = stray.count == 1 ? "1 other line; it is" : "\(stray.count) other lines; they are"
        defects.append(
            CaptureDefect(
                id: "headers-pane.stray-content",
                message: "expected a heading such as # request at the beginning, found \(found) left out",
                location: location))
    }

    /// The text of a line, or nil when it holds nothing but blanks, quotation marks and invisible ones.
    private static func text(on line: TextLine, in window: CaptureWindow) -> ArraySlice<UInt8>? {
        let text = line.text(in: window.bytes).paneText
        return text.isEmpty ? nil : text
    }

    /// What stands before the text of a line.
    private static func margin(of line: TextLine, in window: CaptureWindow) -> [UInt8] {
        let bytes = line.text(in: window.bytes)
        return Array(bytes.prefix(bytes.marginCount))
    }

    /// The heading on a line, or nil when it is none where it stands.
    ///
    /// In a body, a heading stands no further in or out than that of the body.
    private static func heading(
        on line: TextLine, below section: HeadersPaneOutline.Section?, window: inout CaptureWindow
    ) throws(CaptureError) -> HeadersPaneHeading? {
        let isInBody = section?.part == .body
        let bytes = line.text(in: window.bytes)
        let text = bytes.paneText
        if isInBody, let section {
            guard section.margin.elementsEqual(bytes[..<text.startIndex]) else { return nil }
        }
        guard let heading = HeadersPaneHeading(text) else { return nil }
        guard heading.isAmbiguous else { return heading.resolved(above: nil, isInBody: isInBody) }
        guard let next = try textLine(behind: line, in: &window) else {
            return heading.resolved(above: nil, isInBody: isInBody)
        }
        return heading.resolved(above: next.text(in: window.bytes).paneText, isInBody: isInBody)
    }

    /// The first line behind a line that holds text and is no fence, or nil when there is none.
    private static func textLine(
        behind line: TextLine, in window: inout CaptureWindow
    ) throws(CaptureError) -> TextLine? {
        var offset = line.end
        while let line = try window.line(at: offset, ending: .any) {
            if let text = text(on: line, in: window), !text.isFence { return line }
            offset = line.end
        }
        return nil
    }
}
