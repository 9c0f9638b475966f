internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What kind of thing a path names, and which.
struct FileStatus: Equatable {
    /// The kinds that matter here.
    enum Kind {
        /// A file of bytes, which can be read as often as one likes.
        case regular

        /// A folder.
        case folder

        /// Anything else: a pipe, a device, a link that leads nowhere.
        case other
    }

    /// The kind.
    let kind: Kind

    /// Whether the path itself is a symbolic link; the rest is of what it leads to.
    let isLink: Bool

    private let device: UInt64
    private let number: UInt64

    /// Looks at a path; nil when there is nothing, or it may not be looked at.
    init?(of path: FilePath) {
        var own = stat()
        var target = stat()
        guard unsafe path.withPlatformString({ unsafe lstat($0, &own) }) == 0 else { return nil }
        isLink = own.st_mode & S_IFMT == S_IFLNK
        if unsafe path.withPlatformString({ unsafe stat($0, &target) }) != 0 { target = own }
        switch target.st_mode & S_IFMT {
        case S_IFREG: kind = .regular
        case S_IFDIR: kind = .folder
        default: kind = .other
        }
        device = UInt64(truncatingIfNeeded: target.st_dev)
        number = UInt64(truncatingIfNeeded: target.st_ino)
    }

    /// Whether a descriptor is one of a regular file.
    static func isRegular(_ descriptor: FileDescriptor) -> Bool {
        var status = stat()
        return unsafe fstat(descriptor.rawValue, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether two paths lead to one file.
    func isSameFile(as other: FileStatus) -> Bool {
        device == other.device && number == other.number
    }
}
