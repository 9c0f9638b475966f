/// The search for the ends of lines, which every reader of text waits for.
///
/// RFC 9112 §2.2, WHATWG HTML §9.2.5
package enum LineScan {
    /// How many bytes are looked at together: a loop of fixed length without exits compiles to vector instructions.
    @usableFromInline static let blockSize = 64

    /// The index of the first LF or CR at or behind a position, or nil when there is none.
    ///
    /// A position behind the last byte finds nothing.
    @inlinable
    package static func firstLineEnd(in bytes: Span<UInt8>, from position: Int) -> Int? {
        var index = position
        while bytes.count - index >= blockSize, !hasLineEnd(bytes.extracting(index..<index + blockSize)) {
            index += blockSize
        }
        while index < bytes.count {
            if bytes[index].isLineEnd { return index }
            index += 1
        }
        return nil
    }

    /// The index of the first LF at or behind a position, or nil when there is none.
    ///
    /// A position behind the last byte finds nothing.
    @inlinable
    package static func firstLineFeed(in bytes: Span<UInt8>, from position: Int) -> Int? {
        var index = position
        while bytes.count - index >= blockSize, !hasLineFeed(bytes.extracting(index..<index + blockSize)) {
            index += blockSize
        }
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") { return index }
            index += 1
        }
        return nil
    }

    /// Whether a block of exactly `blockSize` bytes holds a CR or an LF.
    @inlinable
    @inline(__always)
    static func hasLineEnd(_ block: Span<UInt8>) -> Bool {
        // The difference to the nearer line end, its least kept: arithmetic without branches, which is vectorised.
        var least = UInt8.max
        for index in 0..<blockSize {
            let byte = block[index]
            least = min(least, min(byte ^ UInt8(ascii: "\n"), byte ^ UInt8(ascii: "\r")))
        }
        return least == 0
    }

    /// Whether a block of exactly `blockSize` bytes holds an LF.
    @inlinable
    @inline(__always)
    static func hasLineFeed(_ block: Span<UInt8>) -> Bool {
        var least = UInt8.max
        for index in 0..<blockSize { least = min(least, block[index] ^ UInt8(ascii: "\n")) }
        return least == 0
    }
}
