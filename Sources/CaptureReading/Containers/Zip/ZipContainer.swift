internal import ByteCoding
internal import ContentDecoding

/// A zip with a capture in it: Playwright packs a HAR with the bodies beside it.
struct ZipContainer: CaptureContainer {
    let id = ContainerID.zip

    /// How many members are looked into for a capture where no name tells it.
    private static let mostCandidates = 64

    /// By the signature of a member, of the end of an empty zip, or of a part of one.
    ///
    /// APPNOTE 4.3.7, 4.3.16, 8.5.3
    func recognise(_ head: ArraySlice<UInt8>) -> Bool {
        [[0x03, 0x04], [0x05, 0x06], [0x07, 0x08]].contains { rest in head.starts(with: [0x50, 0x4B] + rest) }
    }

    /// Opens the member that is the capture.
    package func open(
        _ source: any ByteSource, limits: DecodingLimits, inside outer: (any ContainerSource)?
    ) throws(CaptureError) -> any ContainerSource {
        let archive = try ZipArchive(ZipContainer.seekable(source, limits: limits), limits: limits)
        let (capture, others) = try ZipContainer.capture(in: archive)
        var defects: [ContainerDefect] = []
        if !archive.hasDirectory {
            let message =
                "expected the directory at the end of the zip, found none that is whole; it was cut short or damaged, the "
                + "members before that are read"
            defects.append(ContainerDefect(id: "no-directory", message: message))
        }
        if archive.hasMore {
            let message =
                "expected no more than \(limits.archiveMembers) members in the zip, found more; those behind them are not "
                + "read"
            defects.append(ContainerDefect(id: "further-members", message: message))
        }
        if others > 0 {
            let message =
                "expected one capture in the zip, found \(others + 1); only \(capture.name) is read, unpack the zip for "
                + "the others"
            defects.append(ContainerDefect(id: "further-captures", message: message))
        }
        return try ZipMemberSource(
            capture, of: archive, attachments: ZipAttachments(archive, beside: capture), defects: defects, inside: outer
        )
    }

    /// The source itself where it can be read in any order; else its bytes in memory, as far as the limit for a body
    /// allows.
    private static func seekable(
        _ source: any ByteSource, limits: DecodingLimits
    ) throws(CaptureError) -> any SeekableSource {
        if let source = source as? any SeekableSource { return source }
        var source = source
        var bytes: [UInt8] = []
        let most = limits.bodySize ?? .max
        while bytes.count < most, try source.read(upTo: min(1 << 20, most - bytes.count), into: &bytes) > 0 {}
        return MemorySource(bytes)
    }

    /// The member that is the capture, and how many others are captures too.
    ///
    /// A name that ends in `.har` tells it, and so does being the only member; else the content does.
    private static func capture(in archive: ZipArchive) throws(CaptureError) -> (ZipMember, others: Int) {
        let named = archive.members.filter { member in
            Array(member.name.utf8)[...].suffix(4).isEqual(ignoringCase: ".har")
        }
        let candidates = named.isEmpty ? archive.members : named
        if candidates.count == 1, let only = candidates.first { return (only, 0) }
        var best: (member: ZipMember, confidence: Confidence)?
        var count = 0
        for member in candidates.prefix(mostCandidates) {
            let confidence = try confidence(of: archive.head(of: member, upTo: CaptureReader.headSize))
            guard confidence > .none else { continue }
            count += 1
            if confidence > best?.confidence ?? .none { best = (member, confidence) }
        }
        if let best { return (best.member, count - 1) }
        if let first = named.first { return (first, named.count - 1) }
        throw .noCapture(memberCount: archive.members.count, names: archive.members.prefix(3).map(\.name))
    }

    /// How sure it is that a member is a capture of its own.
    ///
    /// A bare JSON value is none: among other members it is a part of something that is not read.
    private static func confidence(of head: ArraySlice<UInt8>) -> Confidence {
        guard let format = CaptureFormatCatalog.recognise(head), format.id != .json else { return .none }
        let confidence = format.recognise(head)
        return confidence >= .likely ? confidence : .none
    }
}

extension ContainerID {
    /// A zip.
    public static let zip = ContainerID(rawValue: "zip")
}
