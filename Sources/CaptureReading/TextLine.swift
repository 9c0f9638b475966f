internal import ByteCoding

/// A line of text: where its content stands and where the next line begins.
///
/// Offsets are counted from the first byte of what is searched: a window, or the bytes of an exchange.
struct TextLine: Equatable {
    /// The bytes without the line end.
    let content: Range<Int>

    /// The offset behind the line end; that of the last line is the end of the text.
    let end: Int

    /// Whether a line end ends it: the last line may have none.
    var isTerminated: Bool { end > content.upperBound }

    /// What ends a line.
    enum Ending {
        /// LF; a CR before it, or two, are not of the content. A lone CR is content, as RFC 9112 §2.2 has it.
        case lineFeed

        /// LF, CRLF or CR.
        case any
    }

    /// The line that begins at a start, or nil when its end is not in the text.
    ///
    /// - Parameters:
    ///   - text: what is searched.
    ///   - start: where the line begins.
    ///   - position: where the search begins: what lies before it has been searched.
    ///   - ending: what ends a line.
    init?(in text: Span<UInt8>, from start: Int, searchingFrom position: Int, ending: Ending) {
        switch ending {
        case .lineFeed:
            guard let lineEnd = LineScan.firstLineFeed(in: text, from: position) else { return nil }
            let isCRLF = lineEnd > start && text[lineEnd - 1] == UInt8(ascii: "\r")
            // script(1) writes CRLF as CRCRLF: terminals put a CR before every LF.
            let isOfTerminal = isCRLF && lineEnd > start + 1 && text[lineEnd - 2] == UInt8(ascii: "\r")
            content = start..<(isOfTerminal ? lineEnd - 2 : isCRLF ? lineEnd - 1 : lineEnd)
            end = lineEnd + 1
        case .any:
            guard let lineEnd = LineScan.firstLineEnd(in: text, from: position) else { return nil }
            let isCRLF =
                text[lineEnd] == UInt8(ascii: "\r") && lineEnd + 1 < text.count
                && text[lineEnd + 1] == UInt8(ascii: "\n")
            content = start..<lineEnd
            end = isCRLF ? lineEnd + 2 : lineEnd + 1
        }
    }

    /// The line that begins at an offset of a text that is whole, or nil at its end.
    init?(in text: ArraySlice<UInt8>, at start: Int, ending: Ending) {
        guard start < text.count else { return nil }
        self =
            TextLine(in: text.span, from: start, searchingFrom: start, ending: ending)
            ?? TextLine(from: start, toEnd: text.count)
    }

    /// The last line of a text, which no line end ends.
    init(from start: Int, toEnd end: Int) {
        content = start..<end
        self.end = end
    }

    /// The line's bytes in the text that it was found in.
    func text(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text[(text.startIndex + content.lowerBound)..<(text.startIndex + content.upperBound)]
    }
}
