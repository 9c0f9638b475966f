/// The members beside a capture in a zip.
struct ZipAttachments: Attachments {
    private let archive: ZipArchive

    /// The folder of the capture in the zip, with its slash; empty at the top.
    private let folder: String

    private let members: [String: ZipMember]

    /// The members of a zip, by the names that a member has for them.
    init(_ archive: ZipArchive, beside capture: ZipMember) {
        self.archive = archive
        folder = capture.name.lastIndex(of: "/").map { slash in String(capture.name[...slash]) } ?? ""
        members = Dictionary(archive.members.map { member in (member.name, member) }) { first, _ in first }
    }

    /// Decodes the member of a name.
    ///
    /// A name is looked up and nothing else, so none can lead out of the zip.
    func attachment(named name: String, limit: Int?) -> AttachmentContent {
        guard let member = members[folder + name] ?? members[name] else { return .missing }
        var bytes: [UInt8] = []
        do throws(CaptureError) {
            let content = try ZipMemberSource(member, of: archive)
            let most = limit ?? .max
            while bytes.count < most, try content.read(upTo: min(1 << 16, most - bytes.count), into: &bytes) > 0 {}
            var beyond: [UInt8] = []
            if bytes.count == most, try content.read(upTo: 1, into: &beyond) > 0 {
                return .found(bytes, fault: .tooLarge(limit: most))
            }
            return .found(bytes, fault: content.defects.compactMap(\.fault).first)
        } catch {
            return .found(bytes, fault: BodyFault(.bodyMissing, "\(error)"))
        }
    }
}
