extension UInt8 {
    /// Whether the byte is a space or a tab.
    ///
    /// RFC 9110 §5.6.3
    @inlinable package var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
    }

    /// Whether the byte is CR or LF.
    @inlinable package var isLineEnd: Bool {
        self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
    }

    /// Whether the byte is a space, a tab, CR or LF.
    ///
    /// RFC 8259 §2
    @inlinable package var isWhiteSpace: Bool {
        isBlank || isLineEnd
    }

    /// Whether the byte is one of the ASCII digits.
    @inlinable package var isDigit: Bool {
        self &- UInt8(ascii: "0") < 10
    }

    /// Whether the byte is an ASCII letter.
    @inlinable package var isLetter: Bool {
        lowercasedASCII &- UInt8(ascii: "a") < 26
    }

    /// Whether the byte stands for itself in a URL.
    ///
    /// RFC 3986 §2.3
    @inlinable package var isUnreserved: Bool {
        isLetter || isDigit || "-._~".utf8.contains(self)
    }

    /// The byte as a percent sign and two hexadecimal digits.
    ///
    /// RFC 3986 §2.1
    package var percentEncoded: [UInt8] {
        let digits = "0123456789ABCDEF".utf8.span
        return [UInt8(ascii: "%"), digits[Int(self >> 4)], digits[Int(self & 0xF)]]
    }

    /// What a hexadecimal digit is worth; nil when the byte is none.
    @inlinable package var hexadecimalDigit: UInt8? {
        if isDigit { return self - UInt8(ascii: "0") }
        let letter = lowercasedASCII &- UInt8(ascii: "a")
        return letter < 6 ? letter + 10 : nil
    }

    /// The byte with an ASCII capital made small.
    @inlinable package var lowercasedASCII: UInt8 {
        self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self
    }

    /// The byte as a message shows it: a visible ASCII character in quotes, every other byte in hexadecimal.
    package var spelled: String {
        if self > 0x20, self < 0x7F { return "\"\(Unicode.Scalar(self))\"" }
        let digits = String(self, radix: 16, uppercase: true)
        return "0x" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
}
