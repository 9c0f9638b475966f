internal import Crypto

/// A digest of something compared: equal where the contents are.
///
/// Half of a SHA-256: no two contents of a session have the same one by chance, and none can be made to.
///
/// FIPS 180-4 §6.2
package struct ContentHash: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let low: UInt64

    fileprivate init(_ digest: some Sequence<UInt8>) {
        var words: (UInt64, UInt64) = (0, 0)
        for (index, byte) in digest.prefix(16).enumerated() {
            if index < 8 { words.0 = words.0 << 8 | UInt64(byte) } else { words.1 = words.1 << 8 | UInt64(byte) }
        }
        high = words.0
        low = words.1
    }

    /// The digest of some bytes.
    package init(of bytes: ArraySlice<UInt8>) {
        var hasher = ContentHasher()
        hasher.append(bytes)
        self = hasher.finish()
    }

    /// Orders digests; the order says nothing of what they are of.
    package static func < (left: ContentHash, right: ContentHash) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    /// The digest as eight bytes twice.
    fileprivate var bytes: [UInt8] {
        [high, low].flatMap { word in (0..<8).map { index in UInt8(truncatingIfNeeded: word >> (56 - 8 * index)) } }
    }
}

/// Takes in what is compared, piece by piece; each piece has its length before it, so that no two lists of pieces look
/// the same.
struct ContentHasher {
    private var hash = SHA256()

    /// Takes in bytes.
    mutating func append(_ bytes: ArraySlice<UInt8>) {
        append(bytes.count)
        hash.update(data: bytes)
    }

    /// Takes in a text.
    mutating func append(_ text: String) {
        append(Array(text.utf8)[...])
    }

    /// Takes in a text that may be missing.
    mutating func append(_ text: String?) {
        append(text == nil ? 0 : 1)
        append(text ?? "")
    }

    /// Takes in a number.
    mutating func append(_ number: Int) {
        hash.update(data: (0..<8).map { index in UInt8(truncatingIfNeeded: number >> (8 * index)) })
    }

    /// Takes in a digest.
    mutating func append(_ other: ContentHash) {
        hash.update(data: other.bytes)
    }

    /// The digest of all that was taken in.
    consuming func finish() -> ContentHash {
        ContentHash(hash.finalize())
    }
}
