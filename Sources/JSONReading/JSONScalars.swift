/// What strings, numbers and booleans say.
extension JSONValue {
    /// Where the characters of a string lie between its quotes, in bytes from the document's start; all of `byteRange`
    /// for everything else.
    public var contentRange: Range<Int> {
        let range = byteRange
        guard kind == .string else { return range }
        return range.lowerBound + 1..<(isUnfinished ? range.upperBound : range.upperBound - 1)
    }

    /// Whether the value is a string with a backslash in it.
    public var hasEscapes: Bool { node.flags.contains(.hasEscapes) }

    /// Whether the value is a string with the escape of half a character that stands alone.
    public var hasLoneSurrogates: Bool { node.flags.contains(.hasLoneSurrogates) }

    /// The bytes of a string between its quotes; nil when they need unescaping, and for everything but strings.
    public var contentBytes: ArraySlice<UInt8>? {
        kind == .string && !hasEscapes ? tape.slice(contentRange) : nil
    }

    /// The characters of a string; lone surrogates and bytes that are not UTF-8 become U+FFFD.
    public var string: String? {
        if let bytes = contentBytes { return String(decoding: bytes, as: UTF8.self) }
        return text?.string
    }

    /// The characters of a string, lone surrogates kept; bytes that are not UTF-8 become U+FFFD.
    public var text: JSONText? {
        guard kind == .string else { return nil }
        var text = JSONText()
        text.append(self)
        return text
    }

    /// The text of a number, as long and as precise as it was written.
    public var numberLexeme: String? { kind == .number ? String(decoding: rawBytes, as: UTF8.self) : nil }

    /// The value of a number written without fraction and exponent; nil when it is not, or when it does not fit.
    public var int: Int? { numberLexeme.flatMap { Int($0) } }

    /// The value of a number, rounded to the nearest; nil when it is beyond the largest finite one.
    public var double: Double? { numberLexeme.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } }

    /// The value of `true` or `false`.
    public var bool: Bool? {
        switch kind {
        case .true: true
        case .false: false
        default: nil
        }
    }
}
