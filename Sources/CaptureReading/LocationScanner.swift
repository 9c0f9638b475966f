internal import ByteCoding
internal import JSONReading

/// Counts lines and columns over bytes: where the next one stands.
///
/// A column counts code points. Each byte of an ill-formed sequence counts as one; well-formed ones are those of `UTF8Sequence`.
struct LocationScanner {
    /// Where the byte behind those that were counted stands.
    private(set) var location: Location

    /// How many bytes are looked at together.
    private static let blockSize = 512

    /// Begins counting at a location.
    init(at location: Location) {
        self.location = location
    }

    /// Counts the bytes of a text between two indices, and gives the index behind the last code point counted.
    ///
    /// A code point that begins before `end` is counted whole. The byte behind tells CRLF from CR, so `text` should
    /// reach further than `end` where the capture does.
    @discardableResult
    mutating func advance(in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
        guard start < end else { return start }
        // Columns are counted in the last line alone; no code point reaches over a line end.
        var lineStart = start
        var position = start
        while let lineEnd = LineScan.firstLineEnd(in: text.extracting(..<end), from: position) {
            position = lineEnd + 1
            // Of a CRLF, the LF ends the line.
            let isBeforeLF = position < text.count && text[position] == UInt8(ascii: "\n")
            guard text[lineEnd] == UInt8(ascii: "\n") || !isBeforeLF else { continue }
            location.line += 1
            location.column = 1
            lineStart = position
        }
        let index = countColumns(in: text, from: lineStart, to: end)
        location.byte += index - start
        return index
    }

    /// Counts the code points of a part of a line, and gives the index behind the last one.
    private mutating func countColumns(in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end {
            let stop = min(index + LocationScanner.blockSize, end)
            if LocationScanner.isASCII(text.extracting(index..<stop)) {
                location.column += stop - index
                index = stop
            }
            while index < stop {
                location.column += 1
                index += text[index] < 0x80 ? 1 : LocationScanner.codePointLength(in: text, at: index)
            }
        }
        return index
    }

    private static func isASCII(_ block: Span<UInt8>) -> Bool {
        var all: UInt8 = 0
        for index in block.indices { all |= block[index] }
        return all < 0x80
    }

    /// The length of the well-formed sequence that begins here, or 1 when there is none.
    private static func codePointLength(in text: Span<UInt8>, at index: Int) -> Int {
        if case .wellFormed(let length) = UTF8Sequence(in: text, at: index) { length } else { 1 }
    }
}
