internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The regular files below a folder, however deep, in the order of their names' bytes.
///
/// Hidden entries are passed over. Links to folders are not followed, so that no loop of links is walked for ever, and
/// pipes are not read, since nothing may ever come out of them.
struct Folder {
    /// The paths.
    let files: [FilePath]

    /// Walks a folder; one that cannot be read has no files.
    init(_ path: FilePath) {
        var files: [FilePath] = []
        var open = [path]
        while let next = open.popLast() {
            guard let status = FileStatus(of: next) else { continue }
            switch status.kind {
            case .regular: files.append(next)
            case .folder where next == path || !status.isLink: open += Folder.entries(of: next).reversed()
            case .folder, .other: continue
            }
        }
        self.files = files
    }

    /// The entries of a folder, sorted, as the system spells them: a name need not be UTF-8.
    private static func entries(of path: FilePath) -> [FilePath] {
        guard let stream = unsafe path.withPlatformString({ unsafe opendir($0) }) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [[CChar]] = []
        while let entry = unsafe readdir(stream) {
            // The name is an array in the system's record; it ends at its first zero.
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                unsafe bytes.prefix { byte in byte != 0 }.map { byte in CChar(bitPattern: byte) }
            }
            if name.first != CChar(bitPattern: UInt8(ascii: ".")) { names.append(name) }
        }
        names.sort { left, right in
            left.lexicographicallyPrecedes(right) { one, other in UInt8(bitPattern: one) < UInt8(bitPattern: other) }
        }
        return names.compactMap { name in
            unsafe (name + [0]).withUnsafeBufferPointer { buffer in
                unsafe buffer.baseAddress.map { start in
                    unsafe path.appending(FilePath(platformString: start).components)
                }
            }
        }
    }
}
