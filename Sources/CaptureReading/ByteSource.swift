/// Where the bytes of a capture come from: a file, a pipe, or memory.
public protocol ByteSource {
    /// Appends some bytes to a buffer, at most `count`, and says how many; 0 at the end.
    ///
    /// - Throws: `CaptureError.unreadable` when the source fails.
    mutating func read(upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int
}

/// Bytes in memory as a source.
public struct MemorySource: ByteSource, Sendable {
    private var rest: ArraySlice<UInt8>

    /// Creates a source of these bytes.
    public init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// Appends the next bytes.
    public mutating func read(upTo count: Int, into buffer: inout [UInt8]) -> Int {
        let piece = rest.prefix(count)
        buffer.append(contentsOf: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
    }
}
