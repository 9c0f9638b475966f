/// The search for the end of a string's plain bytes: ASCII from 0x20 on, but for the quote and the backslash.
///
/// Captures are mostly long strings, so this loop sets the speed of the whole reader.
enum PlainRun {
    private static let wordLength = 8

    /// The offset of the first byte at or behind `start` that is not plain; the text's length if all are.
    static func end(in text: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position &+ wordLength <= text.count {
            let mask = notPlainMask(in: text, at: position)
            if mask != 0 { return position &+ mask.trailingZeroBitCount / UInt8.bitWidth }
            position &+= wordLength
        }
        while position < text.count, isPlain(text[position]) { position &+= 1 }
        return position
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte &- 0x20 < 0x60 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// A mask whose lowest set bit is the top bit of the first of 8 bytes that is not plain; 0 when all are.
    ///
    /// A byte less 1 has its top bit set if it was 0 or above 0x80, less 0x20 if it was below 0x20 or above 0x9F; bytes
    /// above 0x7F are not plain anyway. Bits above the lowest may be set by a borrow and mean nothing.
    @inline(__always)
    private static func notPlainMask(in text: Span<UInt8>, at offset: Int) -> UInt64 {
        let bytes = text.extracting(offset..<offset &+ wordLength)
        var word: UInt64 = 0
        // The compiler makes one load of these eight.
        for index in 0..<wordLength { word |= UInt64(bytes[index]) &<< UInt64(UInt8.bitWidth &* index) }
        let quotes = (word ^ repeated(UInt8(ascii: "\""))) &- repeated(0x01)
        let backslashes = (word ^ repeated(UInt8(ascii: "\\"))) &- repeated(0x01)
        let controls = word &- repeated(0x20)
        return (quotes | backslashes | controls | word) & repeated(0x80)
    }

    @inline(__always)
    private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
