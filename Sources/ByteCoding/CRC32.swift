internal import CScan

/// The checksum that PNG chunks, gzip members and zip entries carry.
///
/// PNG, 3rd edition, §5.5; RFC 1952 §8
public struct CRC32: Sendable, Hashable {
    /// The checksum of all bytes so far; 0 when there were none.
    public private(set) var value: UInt32 = 0

    /// The checksum of no bytes.
    public init() {}

    /// The checksum of some bytes that are all there are.
    public init(of bytes: ArraySlice<UInt8>) {
        self.init()
        update(bytes)
    }

    /// Takes the bytes that follow.
    public mutating func update(_ bytes: Span<UInt8>) { value = cscan_crc32(value, bytes) }

    /// Takes the bytes that follow.
    public mutating func update(_ bytes: ArraySlice<UInt8>) { update(bytes.span) }
}
