/// Reads the fields of a record one after the other: numbers with their low byte first, and runs of bytes.
struct RecordReader {
    /// What has not been read.
    private(set) var rest: ArraySlice<UInt8>

    /// Begins at the first byte.
    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The next number of so many bytes, at most 8; nil when it is not all there, or larger than any file.
    mutating func number(_ size: Int) -> Int? {
        guard let bytes = bytes(size) else { return nil }
        let value = bytes.reversed().reduce(UInt64(0)) { value, byte in value << 8 | UInt64(byte) }
        return Int(exactly: value)
    }

    /// The next bytes; nil when they are not all there.
    mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// Passes over bytes; false when they are not all there.
    mutating func skip(_ count: Int) -> Bool {
        bytes(count) != nil
    }
}
