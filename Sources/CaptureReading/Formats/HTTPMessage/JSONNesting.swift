internal import ByteCoding

/// The nesting of a text that begins with JSON values: it tells where each of the outermost ones ends.
///
/// Brackets and strings are all it minds, so that it gets over what a tool has elided inside a value. A bracket in a
/// string closes nothing.
struct JSONNesting {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// Whether something came between the values that is neither one nor white space; no end is found behind it.
    private var isOver = false

    /// Reads on to the next bracket that closes an outermost value.
    ///
    /// - Parameter text: the text behind what was read before.
    /// - Returns: the index behind that bracket, or nil when the text holds none.
    mutating func endOfValue(in text: ArraySlice<UInt8>) -> Int? {
        guard !isOver else { return nil }
        let bytes = text.span
        for index in bytes.indices {
            if closesValue(bytes[index]) { return text.startIndex + index + 1 }
            if isOver { return nil }
        }
        return nil
    }

    /// Reads a byte, and tells whether it closes an outermost value.
    private mutating func closesValue(_ byte: UInt8) -> Bool {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            return false
        }
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
        case UInt8(ascii: "}") where depth > 0, UInt8(ascii: "]") where depth > 0:
            depth -= 1
            return depth == 0
        case UInt8(ascii: "\"") where depth > 0:
            isInString = true
        default:
            isOver = depth == 0 && !byte.isBlank && !byte.isLineEnd
        }
        return false
    }
}
