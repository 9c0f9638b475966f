/// What stands behind a backslash.
///
/// RFC 8259 §7
package enum EscapeSequence {
    /// The character that a letter behind a backslash stands for; nil for `u` and for letters that mean nothing.
    package static func character(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): UInt8(ascii: "\n")
        case UInt8(ascii: "r"): UInt8(ascii: "\r")
        case UInt8(ascii: "t"): UInt8(ascii: "\t")
        default: nil
        }
    }

    /// The code unit of an escape `\uXXXX`; nil where none stands.
    package static func unit(in text: Span<UInt8>, at offset: Int) -> UInt16? {
        guard offset + 6 <= text.count, text[offset] == UInt8(ascii: "\\"), text[offset + 1] == UInt8(ascii: "u") else {
            return nil
        }
        return try? codeUnit(in: text, at: offset)
    }

    /// The code unit that the escape `\uXXXX` stands for.
    ///
    /// - Parameters:
    ///   - text: the text that holds it.
    ///   - offset: the offset of its backslash.
    /// - Returns: a UTF-16 code unit, which may be half of a character.
    /// - Throws: `.truncated` where the text ends first, `.invalidEscape` at a byte that is no hexadecimal digit.
    static func codeUnit(in text: Span<UInt8>, at offset: Int) throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for index in offset + 2..<offset + 6 {
            guard index < text.count else { throw .truncated(expected: .closingQuote, offset: text.count) }
            guard let digit = hexadecimalValue(of: text[index]) else {
                throw .invalidEscape(found: text[index], offset: index)
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    private static func hexadecimalValue(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
