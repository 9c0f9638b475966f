/// The record at the end of a zip that says where its directory is.
///
/// APPNOTE 4.3.14 to 4.3.16
struct ZipDirectoryEnd {
    /// Where the directory stands.
    let directory: Range<Int>

    /// How far everything lies behind where the zip says it does, since something stands before its first member.
    let shift: Int

    private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let wideSignature: [UInt8] = [0x50, 0x4B, 0x06, 0x06]
    private static let locatorSignature: [UInt8] = [0x50, 0x4B, 0x06, 0x07]

    /// The size of the record without its comment, and that of the one before it that says where a wide record is.
    private static let size = 22
    private static let locatorSize = 20

    /// Finds the record; nil when there is none.
    init?(of source: any SeekableSource) throws(CaptureError) {
        let tailSize = min(source.byteCount, ZipDirectoryEnd.size + 0xFFFF + ZipDirectoryEnd.locatorSize)
        let tail = try source.bytes(at: source.byteCount - tailSize, count: tailSize)
        guard let position = ZipDirectoryEnd.position(in: tail) else { return nil }
        var record = RecordReader(tail[(position + 10)...])
        guard let entryCount = record.number(2), var size = record.number(4), var offset = record.number(4) else {
            return nil
        }
        var end = source.byteCount - tailSize + position
        if entryCount == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF,
            let wide = try ZipDirectoryEnd.wide(before: tail[..<position], in: source)
        {
            (size, offset, end) = wide
        }
        guard size <= end, offset <= end - size else { return nil }
        directory = (end - size)..<end
        shift = directory.lowerBound - offset
    }

    /// The position of the last record in the end of a zip.
    private static func position(in tail: [UInt8]) -> Int? {
        stride(from: tail.count - size, through: 0, by: -1).first { position in
            tail[position] == signature[0] && tail[position...].starts(with: signature)
        }
    }

    /// The record of a zip whose sizes do not fit into 32 bits, which a locator right before the usual one points to.
    private static func wide(
        before tail: ArraySlice<UInt8>, in source: any SeekableSource
    ) throws(CaptureError) -> (size: Int, offset: Int, position: Int)? {
        let locator = tail.suffix(locatorSize)
        var fields = RecordReader(locator)
        guard locator.starts(with: locatorSignature), fields.skip(8), let position = fields.number(8) else {
            return nil
        }
        let bytes = try source.bytes(at: position, count: 56)
        var record = RecordReader(bytes[...])
        guard bytes.starts(with: wideSignature), record.skip(40), let size = record.number(8),
            let offset = record.number(8)
        else { return nil }
        return (size, offset, position)
    }
}
