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
        var index = start
        while index < end {
            let stop = min(index + LocationScanner.blockSize, end)
            if LocationScanner.isASCIIWithoutLineEnd(text.extracting(index..<stop)) {
                location.column += stop - index
                index = stop
            } else {
                while index < stop { index += count(in: text, at: index) }
            }
        }
        location.byte += index - start
        return index
    }

    /// Counts one code point or line end, and gives its length in bytes; of a CRLF, each half by itself.
    private mutating func count(in text: Span<UInt8>, at index: Int) -> Int {
        let byte = text[index]
        let isBeforeLF = index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n")
        if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isBeforeLF) {
            location.line += 1
            location.column = 1
            return 1
        }
        location.column += 1
        return byte < 0x80 ? 1 : LocationScanner.codePointLength(in: text, at: index)
    }

    /// Whether a block holds nothing but ASCII and no line end.
    private static func isASCIIWithoutLineEnd(_ block: Span<UInt8>) -> Bool {
        var stops: UInt8 = 0
        for index in block.indices {
            let byte = block[index]
            stops |= (byte & 0x80) | (byte == UInt8(ascii: "\n") ? 1 : 0) | (byte == UInt8(ascii: "\r") ? 1 : 0)
        }
        return stops == 0
    }

    /// The length of the well-formed sequence that begins here, or 1 when there is none.
    private static func codePointLength(in text: Span<UInt8>, at index: Int) -> Int {
        if case .wellFormed(let length) = UTF8Sequence(in: text, at: index) { length } else { 1 }
    }
}
