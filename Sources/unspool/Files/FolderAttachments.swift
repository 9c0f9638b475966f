internal import CaptureReading
internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The files in the folder of a capture: Playwright keeps the bodies of a HAR there.
///
/// A capture may come from anybody, so no name of its leads out of the folder: not by a path, not by a link.
struct FolderAttachments: Attachments {
    private let folder: FilePath

    /// The files beside a capture.
    init(beside capture: FilePath) {
        let parent = capture.removingLastComponent()
        folder = parent.isEmpty ? "." : parent
    }

    /// Reads the file of a name, where that is the name of a regular file and nothing more.
    func attachment(named name: String, limit: Int?) -> AttachmentContent {
        if let found = FolderAttachments.refusal(of: name) { return .refused(found: found) }
        guard let component = FilePath.Component(name) else { return .refused(found: "no name of a file") }
        let path = folder.appending(component)
        // Looked at through the open file: what stands under the name may change, and opening a pipe may never end.
        guard let descriptor = try? FileDescriptor.open(path, .readOnly, options: [.noFollow, .nonBlocking]) else {
            return FileStatus(of: path)?.isLink == true ? .refused(found: "a symbolic link") : .missing
        }
        let file = OpenFile(descriptor, isOwned: true)
        guard FileStatus.isRegular(descriptor) else { return .refused(found: "something else than a regular file") }
        return read(RegularFileSource(file), limit: limit)
    }

    private func read(_ source: RegularFileSource, limit: Int?) -> AttachmentContent {
        var source = source
        var bytes: [UInt8] = []
        let most = limit ?? .max
        do throws(CaptureError) {
            while bytes.count < most, try source.read(upTo: min(1 << 16, most - bytes.count), into: &bytes) > 0 {}
        } catch {
            return .found(bytes, fault: BodyFault(.bodyMissing, "\(error)"))
        }
        return .found(bytes, fault: source.byteCount > bytes.count ? .tooLarge(limit: most) : nil)
    }

    /// What a name is instead of one of a file in the folder; nil where it is one.
    private static func refusal(of name: String) -> String? {
        let bytes = name.utf8
        if bytes.contains(UInt8(ascii: "/")) || bytes.contains(UInt8(ascii: "\\")) { return "a path" }
        if bytes.contains(0) { return "a name with a zero byte" }
        // Among them are `.` and `..`, and what programs keep for themselves.
        return bytes.first == UInt8(ascii: ".") ? "the name of a hidden file" : nil
    }
}
