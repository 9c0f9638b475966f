/// Bytes in memory as a source.
public struct MemorySource: SeekableSource, Sendable {
    private let bytes: [UInt8]
    private var position = 0

    /// Creates a source of these bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// How many bytes there are.
    public var byteCount: Int { bytes.count }

    /// Appends the next bytes.
    public mutating func read(upTo count: Int, into buffer: inout [UInt8]) -> Int {
        let read = read(at: position, upTo: count, into: &buffer)
        position += read
        return read
    }

    /// Appends bytes that begin at an offset.
    public func read(at offset: Int, upTo count: Int, into buffer: inout [UInt8]) -> Int {
        let piece = bytes.dropFirst(offset).prefix(count)
        buffer.append(contentsOf: piece)
        return piece.count
    }
}
