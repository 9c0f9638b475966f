extension UInt8 {
    /// Whether the byte is a space or a tab.
    ///
    /// RFC 9110 §5.6.3
    var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
    }

    /// Whether the byte is CR or LF.
    var isLineEnd: Bool {
        self == UInt8(ascii: "\r") || self == UInt8(ascii: "\n")
    }

    /// Whether the byte is one of the ASCII digits.
    var isDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }

    /// The byte with an ASCII capital made small.
    var lowercasedASCII: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }

    /// Whether the byte may stand in a token: visible ASCII without the delimiters.
    ///
    /// RFC 9110 §5.6.2
    var isTokenCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"),
            UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
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

    /// The bytes without the spaces and tabs around them.
    var trimmed: ArraySlice<UInt8> {
        guard let first = firstIndex(where: { byte in !byte.isBlank }),
            let last = lastIndex(where: { byte in !byte.isBlank })
        else { return self[endIndex...] }
        return self[first...last]
    }

    /// Whether the bytes are an ASCII text, compared without case.
    func isEqual(ignoringCase text: String) -> Bool {
        count == text.utf8.count
            && zip(self, text.utf8).allSatisfy { pair in pair.0.lowercasedASCII == pair.1.lowercasedASCII }
    }

    /// What stands behind an ASCII text at the beginning, compared without case, or nil when they begin otherwise.
    func dropping(prefix text: String) -> ArraySlice<UInt8>? {
        prefix(text.utf8.count).isEqual(ignoringCase: text) ? dropFirst(text.utf8.count) : nil
    }
}
