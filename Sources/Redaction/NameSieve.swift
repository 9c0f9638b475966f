/// A list of names which says of nearly every name that is not on it, at little cost, that it is not.
struct NameSieve: Sendable {
    /// The first letters of the names as bits, by length: what most other names fail at.
    private var firstLetters: [UInt32] = []

    private var hashes: Set<UInt64> = []

    /// The last letters of the names, and which of the eight that a digest holds they are.
    private var endings: [(letters: UInt64, mask: UInt64)] = []

    /// Creates a sieve of names in ASCII.
    init(_ names: some Sequence<String>) {
        for name in names {
            var digest = NameDigest()
            for byte in name.utf8 where !digest.append(byte) { preconditionFailure("\(name) is not ASCII") }
            if digest.length >= firstLetters.count {
                firstLetters += Array(repeating: 0, count: digest.length + 1 - firstLetters.count)
            }
            firstLetters[digest.length] |= NameSieve.bit(of: digest.first)
            hashes.insert(digest.hash)
            let mask = digest.length < 8 ? UInt64(1) << (8 * UInt64(digest.length)) - 1 : .max
            endings.append((letters: digest.lastLetters & mask, mask: mask))
        }
    }

    /// Whether a name may be on the list; two names of one hash are taken for one another.
    func mayContain(_ name: NameDigest) -> Bool {
        name.length < firstLetters.count && firstLetters[name.length] & NameSieve.bit(of: name.first) != 0
            && hashes.contains(name.hash)
    }

    /// Whether a name may end with one on the list, of which the last eight letters are looked at.
    func mayHoldEnding(of name: NameDigest) -> Bool {
        endings.contains { ending in name.lastLetters & ending.mask == ending.letters }
    }

    private static func bit(of letter: UInt8) -> UInt32 { 1 << UInt32(letter & 0x1F) }
}
