internal import ByteCoding

/// A short name for bytes, by which a session knows them again: their number and their checksum.
package struct ByteSummary: Hashable, Sendable {
    /// How many there are.
    let count: Int

    private let checksum: UInt32

    /// Sums bytes up.
    package init(_ bytes: ArraySlice<UInt8>) {
        count = bytes.count
        checksum = CRC32(of: bytes).value
    }

    /// Sums a text up.
    init(_ text: String) { self.init(Array(text.utf8)[...]) }

    /// The summary as one number.
    var number: UInt64 { UInt64(truncatingIfNeeded: count) << 32 ^ UInt64(checksum) }
}
