internal import ByteCoding

/// What a `NameSieve` looks at of a name, taken up byte by byte.
///
/// It sees a name as `SecretPlaces` compares it: without case, separators, white space, controls and quotation marks.
struct NameDigest {
    /// How many letters there are.
    private(set) var length = 0

    /// The first of them; 0 where there is none.
    private(set) var first: UInt8 = 0

    /// The last eight of them, the last one lowest.
    private(set) var lastLetters: UInt64 = 0

    /// All of them, mixed.
    ///
    /// FNV-1a, https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// A digest of no name yet.
    init() {}

    /// The digest of a name in UTF-8; nil where a byte cannot be judged.
    init?(of name: ArraySlice<UInt8>) {
        let name = name.span
        for index in name.indices {
            guard append(name[index]) else { return nil }
        }
    }

    /// Takes the next byte; false for one that a digest cannot judge: it is not ASCII, or begins a sequence that a
    /// terminal hides.
    mutating func append(_ byte: UInt8) -> Bool {
        guard byte < 0x80, byte != 0x1B else { return false }
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "\""), UInt8(ascii: "'"): return true
        default: break
        }
        let letter = byte.lowercasedASCII
        if length == 0 { first = letter }
        length += 1
        lastLetters = lastLetters << 8 | UInt64(letter)
        hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
        return true
    }
}
