/// The grammar of numbers.
///
/// RFC 8259 §6
enum NumberScan {
    /// Reads the longest number at an offset.
    ///
    /// - Parameters:
    ///   - text: the text that holds it.
    ///   - start: the offset of its minus sign or first digit.
    /// - Returns: the offset behind it, which is the text's length when more digits could have followed.
    /// - Throws: `.truncated` where the text ends and a digit must follow, `.invalidNumber` where another byte stands
    ///   in the digit's place or a digit follows a leading zero.
    static func end(in text: Span<UInt8>, from start: Int) throws(JSONFault) -> Int {
        var position = start
        if position < text.count, text[position] == UInt8(ascii: "-") { position += 1 }
        if position < text.count, text[position] == UInt8(ascii: "0") {
            position += 1
            if position < text.count, text[position].isDigit {
                throw .invalidNumber(found: text[position], offset: position)
            }
        } else {
            position = try endOfDigits(in: text, from: position)
        }
        if position < text.count, text[position] == UInt8(ascii: ".") {
            position = try endOfDigits(in: text, from: position + 1)
        }
        if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < text.count, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
                position += 1
            }
            position = try endOfDigits(in: text, from: position)
        }
        return position
    }

    /// The offset behind one digit or more.
    @inline(__always)
    private static func endOfDigits(in text: Span<UInt8>, from start: Int) throws(JSONFault) -> Int {
        guard start < text.count else { throw .truncated(expected: .digit, offset: start) }
        guard text[start].isDigit else { throw .invalidNumber(found: text[start], offset: start) }
        var position = start + 1
        while position < text.count, text[position].isDigit { position += 1 }
        return position
    }
}

extension UInt8 {
    /// Whether the byte is one of the ASCII digits.
    fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
