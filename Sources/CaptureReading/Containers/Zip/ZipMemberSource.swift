internal import ByteCoding
internal import ContentDecoding

/// The content of a member of a zip, decoded while it is read, and then held against its checksum.
final class ZipMemberSource: ContainerSource {
    let id = ContainerID.zip
    let memberName: String?
    let attachments: (any Attachments)?

    /// What is wrong with the zip itself.
    private let archiveDefects: [ContainerDefect]

    private var fault: BodyFault?
    private var content: any ByteSource
    private let coded: CodedSource?
    private let outer: (any ContainerSource)?
    private let member: ZipMember
    private let end: Int
    private var checksum = CRC32()
    private var count = 0

    /// Opens a member; one that cannot be read has no bytes, and a fault.
    ///
    /// - Parameters:
    ///   - member: the member.
    ///   - archive: the zip.
    ///   - attachments: the files beside the member, where it is a capture.
    ///   - defects: what is wrong with the zip.
    ///   - outer: the container around it.
    /// - Throws: what the source throws.
    init(
        _ member: ZipMember, of archive: ZipArchive, attachments: (any Attachments)? = nil,
        defects: [ContainerDefect] = [], inside outer: (any ContainerSource)? = nil
    ) throws(CaptureError) {
        self.member = member
        self.outer = outer
        memberName = member.name
        self.attachments = attachments
        archiveDefects = defects
        let source = archive.source
        let header = try ZipLocalHeader(in: source, at: member.headerOffset)
        let start = header?.dataOffset ?? member.headerOffset
        let (sum, isTooLarge) = start.addingReportingOverflow(member.encodedSize ?? .max)
        end = isTooLarge ? source.byteCount : sum
        let range = start..<max(start, min(end, source.byteCount))
        let bytes = RangeSource(source, range)
        let decoder = ZipMemberSource.decoder(of: member, limits: archive.limits)
        coded = decoder.map { decoder in
            CodedSource(
                .zip, bytes, decoder: decoder, limits: archive.limits, inside: outer, start: start, isWhole: false)
        }
        content = coded ?? bytes
        if header == nil {
            fail(.corruptHeader, "the header of a member", "none at byte \(member.headerOffset)", start)
        } else if member.isEncrypted {
            fail(.unsupported, "a member that is not encrypted", "one that is; decrypt it first", start)
        } else if decoder == nil, member.method != 0 {
            fail(.unsupported, "a member under deflate or zstd", "method \(member.method); pack it again", start)
        }
        if fault != nil { content = MemorySource([]) }
    }

    var defects: [ContainerDefect] {
        archiveDefects + (coded?.defects ?? []) + (fault.map { fault in [ContainerDefect(fault)] } ?? [])
    }

    var inputCount: Int { outer?.inputCount ?? coded?.inputCount ?? count }

    /// Appends the next decoded bytes.
    func read(upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int {
        let start = buffer.count
        let read = try content.read(upTo: count, into: &buffer)
        checksum.update(buffer[start...])
        self.count += read
        if read == 0, count > 0 { check() }
        return read
    }

    /// A decoder of a member's method; nil for one that is stored, or in a method that is not read.
    ///
    /// APPNOTE 4.4.5
    private static func decoder(of member: ZipMember, limits: DecodingLimits) -> (any CodingDecoder)? {
        switch member.method {
        case 8: Deflate(.raw).makeDecoder(limits: limits)
        case 93: Zstandard().makeDecoder(limits: limits)
        default: nil
        }
    }

    /// Holds what was read against what the zip says of it.
    private func check() {
        guard fault == nil, coded?.defects.isEmpty ?? true else { return }
        if coded == nil, let size = member.encodedSize, count < size {
            fail(.truncated, "\(size) bytes of a member", "the end of the zip behind \(count)", end)
        } else if let expected = member.checksum, expected != checksum.value {
            fail(.checksum, "the checksum of the member's content", "another one; the content is damaged", end)
        }
    }

    private func fail(_ kind: BodyFault.Kind, _ expected: String, _ found: String, _ offset: Int) {
        fault = BodyFault(
            kind, "expected \(expected) in the zip, found \(found)", offset: offset,
            layer: BodyLayer(rawValue: id.rawValue))
    }
}
