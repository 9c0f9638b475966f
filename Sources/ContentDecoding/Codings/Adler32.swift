internal import CZlib

/// The checksum at the end of zlib data.
///
/// RFC 1950 §8
package struct Adler32: Sendable, Hashable {
    /// The checksum of all bytes so far; 1 when there were none.
    package private(set) var value: UInt32 = 1

    /// The checksum of no bytes.
    package init() {}

    /// Takes the bytes that follow.
    package mutating func update(_ bytes: Span<UInt8>) {
        // The function of the library keeps no pointer.
        value = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe UInt32(truncatingIfNeeded: adler32_z(UInt(value), buffer.baseAddress, buffer.count))
        }
    }
}
