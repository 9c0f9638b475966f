internal import ByteCoding

/// References of HTML and XML to characters, as pages and logs of errors have them: those to visible ASCII.
///
/// WHATWG HTML §13.5
enum CharacterReference {
    /// The character that a reference at an offset of a text stands for, and the offset behind it; nil where none does.
    static func byte(at offset: Int, in text: Span<UInt8>) -> (byte: UInt8, end: Int)? {
        guard offset + 3 < text.count, text[offset] == UInt8(ascii: "&") else { return nil }
        if text[offset + 1] == UInt8(ascii: "#") { return numbered(at: offset + 2, in: text) }
        for (name, byte) in named where has(name, at: offset + 1, in: text) {
            return (byte, offset + 1 + name.count)
        }
        return nil
    }

    private static let named: [(name: [UInt8], byte: UInt8)] = [
        (Array("amp;".utf8), UInt8(ascii: "&")), (Array("lt;".utf8), UInt8(ascii: "<")),
        (Array("gt;".utf8), UInt8(ascii: ">")), (Array("quot;".utf8), UInt8(ascii: "\"")),
        (Array("apos;".utf8), UInt8(ascii: "'")),
    ]

    /// The most digits that a reference to ASCII has with zeros before them.
    private static let mostDigits = 7

    private static func numbered(at start: Int, in text: Span<UInt8>) -> (byte: UInt8, end: Int)? {
        let isHexadecimal = text[start].lowercasedASCII == UInt8(ascii: "x")
        var position = isHexadecimal ? start + 1 : start
        let first = position
        var value = 0
        while position < text.count, position - first < mostDigits {
            guard let digit = text[position].hexadecimalDigit, isHexadecimal || digit < 10 else { break }
            value = value * (isHexadecimal ? 16 : 10) + Int(digit)
            position += 1
        }
        guard position > first, position < text.count, text[position] == UInt8(ascii: ";"), 0x21...0x7E ~= value else {
            return nil
        }
        return (UInt8(value), position + 1)
    }

    private static func has(_ name: [UInt8], at start: Int, in text: Span<UInt8>) -> Bool {
        guard text.count - start >= name.count else { return false }
        for index in name.indices where text[start + index] != name[index] { return false }
        return true
    }
}
