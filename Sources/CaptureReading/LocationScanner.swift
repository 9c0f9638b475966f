/// Counts lines and columns over bytes: where the next one stands.
///
/// A column counts code points. Each byte of an ill-formed sequence counts as one; well-formed ones are those of table
/// 3-7 of the Unicode Standard.
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
    static func codePointLength(in text: Span<UInt8>, at index: Int) -> Int {
        let lead = text[index]
        var second: ClosedRange<UInt8> = 0x80...0xBF
        let length: Int
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 1
        }
        switch lead {
        case 0xE0: second = 0xA0...0xBF
        case 0xED: second = 0x80...0x9F
        case 0xF0: second = 0x90...0xBF
        case 0xF4: second = 0x80...0x8F
        default: break
        }
        guard index + length <= text.count, second.contains(text[index + 1]) else { return 1 }
        for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(text[index + offset]) { return 1 }
        return length
    }
}
