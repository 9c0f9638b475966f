internal import ByteCoding

extension UInt8 {
    /// Whether the byte may stand in a token: visible ASCII without the delimiters.
    ///
    /// RFC 9110 §5.6.2
    var isTokenCharacter: Bool {
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "|"),
            UInt8(ascii: "~"):
            true
        default: isLetter || isDigit
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes are a token: not empty, and token characters only.
    ///
    /// RFC 9110 §5.6.2
    var isToken: Bool {
        !isEmpty && allSatisfy(\.isTokenCharacter)
    }
}
