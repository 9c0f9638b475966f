internal import ContentDecoding

/// A zip: its members by name, and what is in them.
///
/// APPNOTE 6.3.10, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
struct ZipArchive {
    /// The file.
    let source: any SeekableSource

    /// How much is decoded.
    let limits: DecodingLimits

    /// The members that hold something, in order.
    let members: [ZipMember]

    /// Whether the directory at the end was there and sound; else the members are those that were found one by one.
    let hasDirectory: Bool

    /// Whether there are more members than are listed.
    let hasMore: Bool

    /// Lists the members of a file.
    init(_ source: any SeekableSource, limits: DecodingLimits) throws(CaptureError) {
        self.source = source
        self.limits = limits
        let all: [ZipMember]
        if let directory = try ZipDirectory(of: source, limit: limits.archiveMembers) {
            (all, hasMore, hasDirectory) = (directory.members, directory.hasMore, true)
        } else {
            let scan = try ZipScan(of: source, limits: limits)
            (all, hasMore, hasDirectory) = (scan.members, scan.hasMore, false)
        }
        members = all.filter { member in !member.isFolder }
    }

    /// The first bytes of a member.
    func head(of member: ZipMember, upTo count: Int) throws(CaptureError) -> ArraySlice<UInt8> {
        try PeekedSource(ZipMemberSource(member, of: self), count: count).head
    }
}
