/// The grammar of numbers.
///
/// RFC 8259 §6
enum NumberScan {
    /// Reads the longest number at an offset.
    ///
    /// - Parameters:
    ///   - text: The text that holds it.
    ///   - start: The offset of its minus sign or first digit.
    /// - Returns: The offset behind it, which is the text's length when more digits could have followed.
    /// - Throws: `.truncated` where the text ends and a digit must follow, `.invalidNumber` where another byte stands
    ///   in the digit's place or a digit follows a leading zero.
    static func end(in text: Span<UInt8>, from start: Int) throws(JSONFault) -> Int {
        var position = start
        if position < text.count, text[position] == UInt8(ascii: "-") { position += 1 }
        if position < text.count, text[position] == UInt8(ascii: "0") {
            position += 1
            if position < text.count, isDigit(text[position]) {
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
    private static func endOfDigits(in text: Span<UInt8>, from start: Int) throws(JSONFault) -> Int {
        guard start < text.count else { throw .truncated(expected: .digit, offset: start) }
        guard isDigit(text[start]) else { throw .invalidNumber(found: text[start], offset: start) }
        var position = start + 1
        while position < text.count, isDigit(text[position]) { position += 1 }
        return position
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
