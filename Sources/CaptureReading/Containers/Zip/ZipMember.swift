/// A member of a zip, as its directory or the header before it describes it.
struct ZipMember: Hashable {
    /// The name, never used as a path; what is no UTF-8 in it is repaired.
    var name: String

    /// How it is compressed: 0 for not at all, 8 for deflate.
    var method: Int

    /// Whether it is encrypted.
    var isEncrypted: Bool

    /// The CRC-32 of its content; nil where it stands in a record that was not reached.
    var checksum: UInt32?

    /// How many bytes of the zip it takes; nil where only its data tell.
    var encodedSize: Int?

    /// Where the header before it begins, in bytes from the beginning of the zip.
    var headerOffset: Int

    /// Whether it is a folder, which holds nothing.
    var isFolder: Bool { name.hasSuffix("/") }

    /// The sizes and the offset of a record that has them in 32 bits, or in an extra field where they are larger.
    ///
    /// - Parameters:
    ///   - values: the numbers of the record, in the order in which the extra field has those that are full of ones.
    ///   - extra: the extra fields.
    /// - Returns: the numbers; nil where one is missing.
    ///
    /// APPNOTE 4.5.3
    static func widened(_ values: [Int], _ extra: ArraySlice<UInt8>) -> [Int]? {
        guard values.contains(0xFFFF_FFFF) else { return values }
        var fields = RecordReader(extra)
        while let id = fields.number(2), let size = fields.number(2), let field = fields.bytes(size) {
            guard id == 1 else { continue }
            var numbers = RecordReader(field)
            var widened: [Int] = []
            for value in values {
                guard let wide = value == 0xFFFF_FFFF ? numbers.number(8) : value else { return nil }
                widened.append(wide)
            }
            return widened
        }
        return nil
    }
}
