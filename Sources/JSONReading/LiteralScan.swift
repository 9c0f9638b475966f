/// The three words of the grammar.
///
/// RFC 8259 §3
enum LiteralScan {
    /// Reads a word.
    ///
    /// - Parameters:
    ///   - text: the text that holds it.
    ///   - start: the offset of its first letter.
    ///   - kind: which word; the first letter has told.
    /// - Returns: the offset behind it.
    /// - Throws: `.truncated` where the text ends first, `.invalidLiteral` at a byte that is not the word's.
    @inline(__always)
    static func end(in text: Span<UInt8>, from start: Int, of kind: JSONKind) throws(JSONFault) -> Int {
        // The last four letters as a number, the first one lowest: "null", "true", "alse".
        let letters: UInt32 = kind == .null ? 0x6C6C_756E : kind == .true ? 0x6575_7274 : 0x6573_6C61
        let lettersStart = kind == .false ? start &+ 1 : start
        let end = lettersStart &+ 4
        if end <= text.count {
            let bytes = text.extracting(lettersStart..<end)
            // The compiler makes one load of these four.
            var word: UInt32 = 0
            for index in 0..<4 { word |= UInt32(bytes[index]) &<< UInt32(UInt8.bitWidth &* index) }
            if word == letters { return end }
        }
        throw fault(in: text, from: lettersStart, letters: letters, of: kind)
    }

    /// Why a text does not hold the last four letters of a word at an offset.
    private static func fault(in text: Span<UInt8>, from start: Int, letters: UInt32, of kind: JSONKind) -> JSONFault {
        var rest = letters
        for offset in start..<min(start + 4, text.count) {
            guard text[offset] == UInt8(truncatingIfNeeded: rest) else {
                return .invalidLiteral(expected: kind, found: text[offset], offset: offset)
            }
            rest >>= UInt32(UInt8.bitWidth)
        }
        return .truncated(expected: .literal, offset: text.count)
    }
}
