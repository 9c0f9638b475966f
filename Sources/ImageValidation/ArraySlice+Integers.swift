/// Integers in binary formats, at offsets from the beginning of the slice, which must hold them.
extension ArraySlice<UInt8> {
    /// The byte at an offset.
    func byte(_ offset: Int) -> UInt8 { self[startIndex + offset] }

    /// Two bytes, the most significant first.
    func big16(_ offset: Int) -> Int { Int(byte(offset)) << 8 | Int(byte(offset + 1)) }

    /// Four bytes, the most significant first.
    func big32(_ offset: Int) -> Int { big16(offset) << 16 | big16(offset + 2) }

    /// Two bytes, the least significant first.
    func little16(_ offset: Int) -> Int { Int(byte(offset)) | Int(byte(offset + 1)) << 8 }

    /// Three bytes, the least significant first.
    func little24(_ offset: Int) -> Int { little16(offset) | Int(byte(offset + 2)) << 16 }

    /// Four bytes, the least significant first.
    func little32(_ offset: Int) -> Int { little16(offset) | little16(offset + 2) << 16 }

    /// So many bytes from an offset on, or as many as there are.
    func part(_ offset: Int, _ count: Int = .max) -> ArraySlice<UInt8> { dropFirst(offset).prefix(count) }

    /// Whether an ASCII text stands at an offset.
    func has(_ text: String, at offset: Int = 0) -> Bool {
        guard offset >= 0, count - offset >= text.utf8.count else { return false }
        return part(offset).starts(with: text.utf8)
    }

    /// The first bytes as a message shows them: in hexadecimal.
    func hexadecimal(_ most: Int = 16) -> String {
        guard !isEmpty else { return "no bytes" }
        return prefix(most).map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined(separator: " ")
    }
}

extension UInt32 {
    /// The number as a message shows a checksum: eight digits behind `0x`.
    var spelled: String {
        let digits = String(self, radix: 16, uppercase: true)
        return "0x" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}
