internal import ByteCoding
internal import JSONReading

/// The nesting of a text that begins with JSON values: it tells where each of the outermost ones ends.
///
/// Brackets and strings are all it minds, so that it gets over what a tool has elided inside a value.
struct JSONNesting {
    /// The value at hand; nil between two.
    private var value: JSONValueScan?

    /// Whether something came between the values that is no container and no white space; no end is found behind it.
    private var isOver = false

    /// Whether a value has ended, and nothing but white space came behind it.
    private(set) var isComplete = false

    /// Reads on to the next bracket that closes an outermost value.
    ///
    /// - Parameter text: the text behind what was read before.
    /// - Returns: the index behind that bracket, or nil when the text holds none.
    mutating func endOfValue(in text: ArraySlice<UInt8>) -> Int? {
        var start = text.startIndex
        if value == nil {
            guard !isOver, let first = text.firstIndex(where: { byte in !byte.isWhiteSpace }) else { return nil }
            isComplete = false
            isOver = text[first] != UInt8(ascii: "{") && text[first] != UInt8(ascii: "[")
            guard !isOver else { return nil }
            value = JSONValueScan()
            start = first
        }
        guard let end = value?.end(in: text.span, from: start - text.startIndex) else { return nil }
        value = nil
        isComplete = true
        return text.startIndex + end
    }
}
