/// The encoding of URLs and forms.
///
/// RFC 3986 §2.1
enum PercentEncoding {
    /// The text that encoded bytes stand for; a percent sign without two digits behind it stands for itself.
    ///
    /// In a form `+` is a space (WHATWG URL §5.1). Bytes that are no UTF-8 become U+FFFD.
    static func decoded(_ bytes: ArraySlice<UInt8>, isForm: Bool = false) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        let text = bytes.span
        var offset = 0
        while offset < text.count {
            if let byte = byte(at: offset, in: text) {
                result.append(byte)
                offset += 3
            } else {
                let byte = text[offset]
                result.append(isForm && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                offset += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The byte that a percent sign and two digits at an offset stand for, or nil when there are none.
    static func byte(at offset: Int, in text: Span<UInt8>) -> UInt8? {
        guard offset + 3 <= text.count, text[offset] == UInt8(ascii: "%") else { return nil }
        return byte(ofDigitsAt: offset + 1, in: text)
    }

    /// The byte that two hexadecimal digits at an offset stand for, or nil when there are none.
    static func byte(ofDigitsAt offset: Int, in text: Span<UInt8>) -> UInt8? {
        guard offset + 2 <= text.count, let high = hexadecimalValue(of: text[offset]),
            let low = hexadecimalValue(of: text[offset + 1])
        else { return nil }
        return high << 4 | low
    }

    /// What a hexadecimal digit is worth, or nil when the byte is none.
    static func hexadecimalValue(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
