/// The white space between tokens.
///
/// RFC 8259 §2
enum WhiteSpaceScan {
    /// The offset of the first byte at or behind `start` that is no white space; the text's length if all are.
    static func end(in text: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position &+= 1
            default: return position
            }
        }
        return position
    }
}
