internal import ByteCoding

/// The four bytes that name a chunk.
///
/// PNG, 3rd edition, §5.3, §5.4
struct ChunkType: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The bytes, the first one in the highest place.
    let code: UInt32

    /// A type of the specification.
    init(stringLiteral name: String) {
        code = name.utf8.reduce(0) { code, byte in code << 8 | UInt32(byte) }
    }

    /// The four bytes at an offset.
    init(_ bytes: ArraySlice<UInt8>, at offset: Int) {
        code = UInt32(bytes.big32(offset))
    }

    private func byte(_ index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: code >> (24 - 8 * UInt32(index)))
    }

    /// Whether all bytes are ASCII letters.
    var isLetters: Bool { (0..<4).allSatisfy { index in byte(index).isLetter } }

    /// Whether the image cannot be shown without it.
    var isCritical: Bool { byte(0) & 0x20 == 0 }

    /// Whether the name was not given out by a registry.
    var isPrivate: Bool { byte(1) & 0x20 != 0 }

    /// Whether the bit is set that later editions may give a meaning.
    var isReserved: Bool { byte(2) & 0x20 != 0 }

    /// The letters; of what is no letter, the hexadecimal digits in brackets.
    var description: String {
        (0..<4).map { index in
            let byte = byte(index)
            guard !byte.isLetter else { return String(Unicode.Scalar(byte)) }
            return "[" + [byte][...].hexadecimal() + "]"
        }.joined()
    }
}
