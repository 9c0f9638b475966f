internal import CScan

/// The search for one byte, and the comparison of many.
package enum ByteScan {
    /// How many bytes are looked at together: a loop of fixed length without exits compiles to vector instructions.
    @usableFromInline static let blockSize = 64

    /// The index of the first such byte at or behind a position, or nil when there is none.
    ///
    /// A position behind the last byte finds nothing.
    @inlinable
    package static func first(_ byte: UInt8, in bytes: Span<UInt8>, from position: Int) -> Int? {
        var index = position
        while bytes.count - index >= blockSize, !has(byte, in: bytes.extracting(index..<index + blockSize)) {
            index += blockSize
        }
        while index < bytes.count {
            if bytes[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// Whether two stretches hold the same bytes.
    package static func areSame(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        // SAFETY: the pointers are used only inside the closures, while the spans are alive. The overload for spans crashes
        // the optimizer of Swift 6.3.1.
        return unsafe left.withUnsafeBufferPointer { left in
            unsafe right.withUnsafeBufferPointer { right in
                guard let first = left.baseAddress, let other = right.baseAddress else { return true }
                return unsafe cscan_common_prefix(first, left.count, other, right.count) == left.count
            }
        }
    }

    /// Whether a block of exactly `blockSize` bytes holds a byte.
    @inlinable
    @inline(__always)
    static func has(_ byte: UInt8, in block: Span<UInt8>) -> Bool {
        // The difference to the byte, its least kept: arithmetic without branches, which is vectorised.
        var least = UInt8.max
        for index in 0..<blockSize { least = min(least, block[index] ^ byte) }
        return least == 0
    }
}
