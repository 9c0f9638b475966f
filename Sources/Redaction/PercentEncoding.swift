internal import ByteCoding

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
        guard offset + 2 <= text.count, let high = text[offset].hexadecimalDigit,
            let low = text[offset + 1].hexadecimalDigit
        else { return nil }
        return high << 4 | low
    }
}
