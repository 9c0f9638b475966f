/// The character set windows-1252, in which every byte is a character.
///
/// WHATWG Encoding §9
public enum Windows1252 {
    /// The characters of the bytes 0x80 to 0x9F; the others stand for the code points of the same number.
    private static let high: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ]

    /// The text of bytes.
    static func text(of bytes: ArraySlice<UInt8>) -> String {
        String(
            decoding: bytes.lazy.map { byte in
                (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
            }, as: UTF16.self)
    }

    /// The bytes of 0x80 to 0x9F by their characters.
    private static let highBytes: [UInt32: UInt8] = high.enumerated().reduce(into: [:]) { bytes, character in
        bytes[UInt32(character.element)] = UInt8(character.offset) + 0x80
    }

    /// The bytes that a text was read from; nil when it has a character that no byte stands for.
    ///
    /// Code points up to U+00FF stand for the byte of their number, also where the character set has another character.
    public static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) ?? highBytes[scalar.value] else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
