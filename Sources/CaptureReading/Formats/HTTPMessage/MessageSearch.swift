internal import ByteCoding

/// The search for start lines behind bodies: it tells whether a body ends where it is declared to.
///
/// Many messages may declare ends in one long line or one run of line ends, so what was found out about these is kept,
/// and no look ahead goes further than `reach`: time is linear in the capture.
package struct MessageSearch {
    /// How many bytes a start line behind a body may have, and the line ends before it.
    ///
    /// No server takes a longer one. At the beginning of a capture there is no limit.
    package static let reach = 1 << 18

    /// The places of a run of line ends that was passed over.
    private var lineEnds = 0..<0

    /// The places of a part of a line that was searched for a line feed.
    private var unbroken = 0..<0

    /// Looks for the message or the end that follows, with nothing but line ends between.
    ///
    /// RFC 9112 §2.2
    ///
    /// - Parameters:
    ///   - offset: the end of a body, counted from the window's first byte.
    ///   - window: the window, which is extended as far as the start line needs.
    ///   - isFirst: whether no message came before. Then a start line counts that the capture ends in; behind a body it
    ///     may as well be content.
    /// - Returns: the offset of its start line, or of the end; nil when other bytes follow.
    /// - Throws: what the window's source throws.
    mutating func messageStart(
        behind offset: Int, in window: inout CaptureWindow, isFirst: Bool = false
    ) throws(CaptureError) -> Int? {
        let limit = isFirst ? Int.max : offset + MessageSearch.reach
        let start = try endOfLineEnds(from: offset, to: limit, in: &window)
        if start >= window.bytes.count { return start }
        if try MessageSearch.beginsVerbose(at: start, in: &window) { return start }
        return try isStartLine(at: start, in: &window, isFirst: isFirst) ? start : nil
    }

    /// Whether what `curl -v` writes begins at an offset: lines of information, and a start line behind its mark.
    static func beginsVerbose(at offset: Int, in window: inout CaptureWindow) throws(CaptureError) -> Bool {
        guard window.bytes.dropFirst(offset).first == UInt8(ascii: "*") else { return false }
        var offset = offset
        for count in 0...mostInformation {
            guard let end = try window.firstLineFeed(in: offset..<offset + longestInformation) else { return false }
            let text = window.slice(offset..<end)
            guard text.starts(with: "* ".utf8) else { return count > 0 && CurlVerboseLine.isStartLine(text) }
            offset = end + 1
        }
        return false
    }

    /// The most lines of information that curl writes before it sends a request, and the longest of them.
    private static let mostInformation = 128
    private static let longestInformation = 4096

    /// Looks for the first start line at or behind an offset: at the beginning of a line, or directly behind JSON.
    ///
    /// Tools that write bodies without the line end behind them put the next message on the body's last line. So where
    /// the search begins with JSON, a start line counts behind the bracket that closes the whole of it. What `curl -v`
    /// writes begins another message too, behind the whole of the JSON and in an event stream: elsewhere it may be quoted.
    ///
    /// - Parameters:
    ///   - offset: where the search begins, counted from the window's first byte.
    ///   - bound: where the search ends; a line that goes on behind it is passed over.
    ///   - window: the window, which is extended to the line that is found.
    ///   - isFirst: whether no message came before, as in `messageStart(behind:in:isFirst:)`.
    /// - Returns: its offset; where there is none, the offset of the first line behind the bound, or of the end.
    /// - Throws: what the window's source throws.
    static func startLine(
        from offset: Int, before bound: Int = .max, in window: inout CaptureWindow, isFirst: Bool = false
    ) throws(CaptureError) -> Int {
        var offset = offset
        var nesting = JSONNesting()
        let first = offset
        var wasInformation = false
        var isStream = false
        while offset < bound, let line = try window.line(at: offset, ending: .lineFeed) {
            if line.content.upperBound <= bound, isFirst || line.isTerminated {
                let longest = isFirst ? Int.max : reach
                let isInformation = window.slice(line.content).starts(with: "* ".utf8)
                if isInformation, !wasInformation, nesting.isComplete || isStream,
                    try beginsVerbose(at: offset, in: &window)
                {
                    return offset
                }
                wasInformation = isInformation
                isStream = isStream || offset == first && isEvent(window.slice(line.content))
                if let start = startLine(in: line, noLongerThan: longest, of: window, nesting: &nesting) {
                    return start
                }
            }
            offset = line.end
        }
        return offset
    }

    /// Whether a line is one of an event stream.
    private static func isEvent(_ line: ArraySlice<UInt8>) -> Bool {
        ["data:", "event:", "id:", ":"].contains { field in line.starts(with: field.utf8) }
    }

    /// Looks for a start line that goes to the end of a line.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - longest: how many bytes the start line may have.
    ///   - window: the window that holds the line.
    ///   - nesting: the nesting of the lines before, which is then that of this line too.
    /// - Returns: the offset of the start line, or nil when there is none.
    private static func startLine(
        in line: TextLine, noLongerThan longest: Int, of window: CaptureWindow, nesting: inout JSONNesting
    ) -> Int? {
        let text = window.slice(line.content.lowerBound..<line.end)
        let content = text.prefix(line.content.count)
        if content.count <= longest, HTTPStartLine(content) != nil { return line.content.lowerBound }
        var position = text.startIndex
        while let end = nesting.endOfValue(in: text[position...]) {
            let rest = content[end...]
            if rest.count <= longest, HTTPStartLine(rest) != nil {
                return line.content.lowerBound + end - text.startIndex
            }
            position = end
        }
        return nil
    }

    /// The offset of the first byte that is no line end, or of the end of the capture; no further than the limit.
    private mutating func endOfLineEnds(
        from offset: Int, to limit: Int, in window: inout CaptureWindow
    ) throws(CaptureError) -> Int {
        let first = window.place(offset).byte
        let isKnown = lineEnds.contains(first)
        var end = isKnown ? offset + lineEnds.upperBound - first : offset
        while true {
            end += window.bytes.dropFirst(end).prefix(max(limit - end, 0)).prefix(while: \.isLineEnd).count
            guard end == window.bytes.count, end < limit, try window.extend() else { break }
        }
        let found = (isKnown ? lineEnds.lowerBound : first)..<window.place(end).byte
        MessageSearch.remember(found, in: &lineEnds, windowStart: window.place(0).byte)
        return end
    }

    /// Whether a start line stands at an offset.
    private mutating func isStartLine(
        at start: Int, in window: inout CaptureWindow, isFirst: Bool
    ) throws(CaptureError) -> Bool {
        let first = window.place(start).byte
        let isKnown = unbroken.contains(first)
        let searched = isKnown ? start + unbroken.upperBound - first : start
        let limit = isFirst ? Int.max : max(searched, start + MessageSearch.reach)
        let lineFeed = try window.firstLineFeed(in: searched..<limit)
        let end = lineFeed ?? min(window.bytes.count, limit)
        let found = (isKnown ? unbroken.lowerBound : first)..<window.place(end).byte
        MessageSearch.remember(found, in: &unbroken, windowStart: window.place(0).byte)
        guard lineFeed != nil || isFirst else { return false }
        return HTTPStartLine(window.slice(start..<end)) != nil
    }

    /// Keeps the longer of two stretches, since it would cost more to meet again, unless the window has left it behind.
    private static func remember(_ found: Range<Int>, in memory: inout Range<Int>, windowStart: Int) {
        if found.count >= memory.count || memory.upperBound <= windowStart { memory = found }
    }
}
