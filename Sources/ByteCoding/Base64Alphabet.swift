/// The values of base64 characters, both alphabets in one table.
///
/// RFC 4648 §4 table 1, §5 table 2
package enum Base64Alphabet {
    /// Set in the entry of a character of the URL-safe alphabet alone.
    static let urlSafe: UInt32 = 1 << 30

    /// Set in the entry of a byte that is of neither alphabet.
    static let stranger: UInt32 = 1 << 31

    /// What each byte stands for: six bits of value, and above 24 bits the marks.
    ///
    /// The marks are so high that four entries shifted into a group of 24 bits leave them out of it. An array, because
    /// Swift 6.3 copies an `InlineArray` of this size at each access in a loop.
    static let entries: [UInt32] = {
        var entries = [UInt32](repeating: stranger, count: 256)
        var value: UInt32 = 0
        for byte in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8 {
            entries[Int(byte)] = value
            value += 1
        }
        entries[Int(UInt8(ascii: "-"))] = entries[Int(UInt8(ascii: "+"))] | urlSafe
        entries[Int(UInt8(ascii: "_"))] = entries[Int(UInt8(ascii: "/"))] | urlSafe
        return entries
    }()

    /// Whether each byte is a character of one of the alphabets: what a loop takes once, and asks often.
    package static let isMember: [Bool] = entries.map { entry in entry & stranger == 0 }

    /// The runs of characters of both alphabets.
    package static let runs = ByteRuns { byte in isMember[Int(byte)] }

    /// Whether a byte is ASCII white space.
    ///
    /// WHATWG Infra §4.5
    static func isWhiteSpace(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), 0x0C, UInt8(ascii: "\r"), UInt8(ascii: " "): true
        default: false
        }
    }
}
