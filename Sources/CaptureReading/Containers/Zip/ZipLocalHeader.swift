/// The header that stands before a member.
///
/// APPNOTE 4.3.7
struct ZipLocalHeader {
    /// What a header begins with.
    static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    /// The member; its sizes may stand behind it.
    let member: ZipMember

    /// Where its data begin.
    let dataOffset: Int

    /// Reads the header at an offset; nil when there is none.
    init?(in source: any SeekableSource, at offset: Int) throws(CaptureError) {
        let fixed = try source.bytes(at: offset, count: 30)
        guard fixed.starts(with: ZipLocalHeader.signature) else { return nil }
        var record = RecordReader(fixed.dropFirst(6))
        guard let flags = record.number(2), let method = record.number(2), record.skip(4),
            let checksum = record.number(4), let encodedSize = record.number(4), let size = record.number(4),
            let nameSize = record.number(2), let extraSize = record.number(2)
        else { return nil }
        let rest = try source.bytes(at: offset + 30, count: nameSize + extraSize)
        guard rest.count == nameSize + extraSize else { return nil }
        let sizes = ZipMember.widened([size, encodedSize], rest[nameSize...])
        // Who writes to a pipe learns the sizes and the checksum too late.
        let isLate = flags & 8 != 0
        member = ZipMember(
            name: String(decoding: rest[..<nameSize], as: UTF8.self), method: method, isEncrypted: flags & 1 != 0,
            checksum: isLate ? nil : UInt32(truncatingIfNeeded: checksum), encodedSize: isLate ? nil : sizes?[1],
            headerOffset: offset)
        dataOffset = offset + 30 + nameSize + extraSize
    }
}
