internal import CZlib

/// The checksum of zip and gzip.
///
/// RFC 1952 §8
package struct CRC32 {
    /// The checksum of what was appended so far.
    package private(set) var value: UInt32 = 0

    /// The most bytes of one call: zlib counts in 32 bits.
    private static let mostInput = 1 << 30

    /// Creates the checksum of nothing.
    package init() {}

    /// Takes the next bytes.
    package mutating func update(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while !rest.isEmpty {
            let piece = rest.prefix(CRC32.mostInput)
            // The buffer outlives the call, which only reads it.
            value = unsafe piece.withUnsafeBufferPointer { buffer in
                UInt32(truncatingIfNeeded: unsafe crc32(UInt(value), buffer.baseAddress, UInt32(buffer.count)))
            }
            rest = rest.dropFirst(piece.count)
        }
    }
}
