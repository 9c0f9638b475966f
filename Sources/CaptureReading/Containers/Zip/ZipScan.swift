internal import ContentDecoding

/// Finds the members of a zip without its directory, by the headers before them: of one that was cut short.
struct ZipScan {
    /// The members, in the order in which they stand.
    private(set) var members: [ZipMember] = []

    /// Whether there are more members than are listed.
    private(set) var hasMore = false

    private let source: any SeekableSource
    private let limits: DecodingLimits

    /// What may stand behind a member: the next one, or the directory or a part of its end.
    private static let signatures: [[UInt8]] = [
        ZipLocalHeader.signature, [0x50, 0x4B, 0x01, 0x02], [0x50, 0x4B, 0x05, 0x06], [0x50, 0x4B, 0x06, 0x06],
    ]

    private static let descriptorSignature: [UInt8] = [0x50, 0x4B, 0x07, 0x08]

    /// Goes from header to header until there is none.
    init(of source: any SeekableSource, limits: DecodingLimits) throws(CaptureError) {
        self.source = source
        self.limits = limits
        var offset: Int? = 0
        while let start = offset, let header = try ZipLocalHeader(in: source, at: start) {
            guard members.count < limits.archiveMembers else {
                hasMore = true
                return
            }
            var member = header.member
            offset = try end(of: &member, from: header.dataOffset)
            members.append(member)
        }
    }

    /// Where the next header may stand; nil where the zip ends before that, or the end of the data cannot be told.
    private func end(of member: inout ZipMember, from start: Int) throws(CaptureError) -> Int? {
        if let size = member.encodedSize {
            let (end, isTooLarge) = start.addingReportingOverflow(size)
            return isTooLarge || end > source.byteCount ? nil : end
        }
        // Deflate alone tells where it ends.
        guard member.method == 8, !member.isEncrypted else { return nil }
        let range = RangeSource(source, start..<source.byteCount)
        let decoder = Deflate(.raw).makeDecoder(limits: limits)
        let data = CodedSource(.zip, range, decoder: decoder, limits: limits, isWhole: false)
        var buffer: [UInt8] = []
        while try data.read(upTo: .max, into: &buffer) > 0 { buffer.removeAll(keepingCapacity: true) }
        guard data.defects.isEmpty else { return nil }
        member.encodedSize = data.consumed
        return try readDescriptor(of: &member, at: start + data.consumed)
    }

    /// Reads what stands behind a member about it: with or without a signature, its sizes in 32 or in 64 bits.
    ///
    /// APPNOTE 4.3.9
    private func readDescriptor(of member: inout ZipMember, at offset: Int) throws(CaptureError) -> Int? {
        let bytes = try source.bytes(at: offset, count: 28)
        let hasSignature = bytes.starts(with: ZipScan.descriptorSignature)
        var record = RecordReader(hasSignature ? bytes[4...] : bytes[...])
        member.checksum = record.number(4).map { number in UInt32(truncatingIfNeeded: number) }
        for size in hasSignature ? [16, 24] : [12, 20] where bytes.count >= size + 4 {
            let next = bytes[size...]
            if ZipScan.signatures.contains(where: { signature in next.starts(with: signature) }) {
                return offset + size
            }
        }
        // Whatever stands there is no checksum for sure.
        if !hasSignature { member.checksum = nil }
        return nil
    }
}
