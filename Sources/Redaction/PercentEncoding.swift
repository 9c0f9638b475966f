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

    /// The bytes that encoded bytes stand for, and where each of them stood, counted from the first; behind them the end.
    static func decodedWithOffsets(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], offsets: [Int]) {
        var result: [UInt8] = []
        var offsets: [Int] = []
        let text = bytes.span
        var offset = 0
        while offset < text.count {
            offsets.append(offset)
            if let byte = byte(at: offset, in: text) {
                result.append(byte)
                offset += 3
            } else {
                result.append(text[offset])
                offset += 1
            }
        }
        return (result, offsets + [offset])
    }

    /// Bytes as a component of a URL or a form has them: all encoded but the unreserved ones.
    ///
    /// RFC 3986 §2.3
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte in byte.isUnreserved ? [byte] : byte.percentEncoded }
    }
}
