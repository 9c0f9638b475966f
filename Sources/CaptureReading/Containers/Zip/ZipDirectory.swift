/// The directory at the end of a zip.
///
/// APPNOTE 4.3.12, 4.3.16
struct ZipDirectory {
    /// The members, in the directory's order.
    let members: [ZipMember]

    /// Whether there are more members than are listed.
    let hasMore: Bool

    private static let entrySignature: [UInt8] = [0x50, 0x4B, 0x01, 0x02]

    /// The bytes that are loaded at a time: more than any entry has.
    private static let step = 1 << 18

    /// Reads the directory; nil when there is none, or it is damaged.
    ///
    /// - Parameters:
    ///   - source: the zip.
    ///   - limit: the most members that are listed.
    /// - Throws: what the source throws.
    init?(of source: any SeekableSource, limit: Int) throws(CaptureError) {
        guard let end = try ZipDirectoryEnd(of: source) else { return nil }
        var members: [ZipMember] = []
        var position = end.directory.lowerBound
        while position < end.directory.upperBound, members.count < limit {
            let count = min(ZipDirectory.step, end.directory.upperBound - position)
            let piece = try source.bytes(at: position, count: count)
            var record = RecordReader(piece[...])
            var unread = record.rest.count
            while members.count < limit, let member = ZipDirectory.entry(&record, shift: end.shift) {
                members.append(member)
                unread = record.rest.count
            }
            guard unread < piece.count else { return nil }
            position += piece.count - unread
        }
        self.members = members
        hasMore = position < end.directory.upperBound
    }

    /// The next entry; nil when it is none, or not all there.
    private static func entry(_ record: inout RecordReader, shift: Int) -> ZipMember? {
        guard let signature = record.bytes(4), signature.elementsEqual(entrySignature), record.skip(4),
            let flags = record.number(2), let method = record.number(2), record.skip(4),
            let checksum = record.number(4), let encodedSize = record.number(4), let size = record.number(4),
            let nameSize = record.number(2), let extraSize = record.number(2), let commentSize = record.number(2),
            record.skip(8), let offset = record.number(4), let name = record.bytes(nameSize),
            let extra = record.bytes(extraSize), record.skip(commentSize),
            let numbers = ZipMember.widened([size, encodedSize, offset], extra),
            numbers[2] <= Int.max - shift
        else { return nil }
        return ZipMember(
            name: String(decoding: name, as: UTF8.self), method: method, isEncrypted: flags & 1 != 0,
            checksum: UInt32(truncatingIfNeeded: checksum), encodedSize: numbers[1], headerOffset: numbers[2] + shift)
    }
}
