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
