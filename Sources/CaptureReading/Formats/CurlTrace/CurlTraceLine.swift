internal import ByteCoding

/// A line of a block: the offset of its first byte, and what stands behind it.
struct CurlTraceLine {
    /// The offset in the block.
    let offset: Int

    /// The digits and characters, or the characters alone.
    let text: ArraySlice<UInt8>

    /// No offset has more digits than this.
    private static let longestOffset = 16

    /// The bytes of a line with digits.
    private static let width = 16

    /// Reads `0010: 65 6c …`, or gives nil when the line is none of a block.
    init?(_ line: ArraySlice<UInt8>) {
        let digits = line.prefix(CurlTraceLine.longestOffset).prefix { byte in byte.hexadecimalDigit != nil }
        let behind = line[digits.endIndex...]
        guard digits.count >= 4, behind.first == UInt8(ascii: ":"),
            let offset = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        self.offset = offset
        // The space at the end of a line is lost where an editor removes such.
        text = behind.count == 1 ? behind.dropFirst() : behind.dropFirst(2)
        guard behind.count == 1 || behind.dropFirst().first == UInt8(ascii: " ") else { return nil }
    }

    /// The bytes that the digits stand for, and the index of the first digit; as many as there are, at most `count`.
    func digits(upTo count: Int) -> (bytes: [UInt8], start: Int) {
        var bytes: [UInt8] = []
        var position = text.startIndex
        while bytes.count < min(count, CurlTraceLine.width), position + 1 < text.endIndex,
            let high = text[position].hexadecimalDigit, let low = text[position + 1].hexadecimalDigit,
            position + 2 == text.endIndex || text[position + 2] == UInt8(ascii: " ")
        {
            bytes.append(high << 4 | low)
            position += 3
        }
        return (bytes, text.startIndex)
    }

    /// Whether the first line of a block of so many bytes has them as digits, with the characters behind.
    func hasDigits(ofBlock size: Int) -> Bool {
        let count = min(size, CurlTraceLine.width)
        let bytes = digits(upTo: count).bytes
        guard count > 0, bytes.count == count else { return false }
        let characters = text.dropFirst(3 * CurlTraceLine.width)
        return characters.count <= count
            && zip(characters, bytes).allSatisfy { pair in
                pair.0 == ((0x20..<0x7F).contains(pair.1) ? pair.1 : UInt8(ascii: "."))
            }
    }
}
