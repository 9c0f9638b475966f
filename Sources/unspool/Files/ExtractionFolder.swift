internal import Reporting
internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The folder that media are extracted to.
///
/// A file appears under its name once it is whole, can be read by its owner only, and never takes the place of what is
/// there: not of a file, not of a link, not of what a link leads to. With `force` it does take the place of a file or of a
/// link itself. A file that is there with the same bytes needs no other. Everything is opened below the folder that was opened once, whatever happens to its path meanwhile.
///
/// It owns a descriptor, hence a class.
final class ExtractionFolder: MediumStore {
    private let folder: FileDescriptor
    private let isForced: Bool

    /// What went wrong last, for a message.
    private(set) var lastFailure: Errno?

    /// Opens a folder, and makes it where there is none.
    init(_ path: FilePath, force: Bool) throws(Errno) {
        isForced = force
        let made = unsafe path.withPlatformString { path in unsafe mkdir(path, 0o700) }
        if made != 0, errno != EEXIST { throw Errno(rawValue: errno) }
        do {
            folder = try FileDescriptor.open(path, .readOnly, options: .directory)
        } catch {
            throw error as? Errno ?? .ioError
        }
    }

    /// The name under which the manifest of this extraction is kept: `manifest.json`, or beside those of extractions
    /// before `002-manifest.json`; nil where a thousand are there.
    var manifestName: String? {
        guard !isForced, isThere("manifest.json") else { return "manifest.json" }
        return (2...1000).lazy.map { number in
            String(repeating: "0", count: max(0, 3 - String(number).utf8.count)) + "\(number)-manifest.json"
        }.first { name in !isThere(name) }
    }

    deinit {
        try? folder.close()
    }

    func store(_ bytes: ArraySlice<UInt8>, as name: String) -> MediumStoreOutcome {
        if !isForced, isThere(name) { return holds(bytes, as: name) ? .again : .exists }
        do throws(Errno) {
            let file = try begin(name)
            do {
                try file.writeAll(bytes)
            } catch {
                discard(file, name)
                throw error as? Errno ?? .ioError
            }
            try end(file, name)
            return .written
        } catch {
            lastFailure = error
            return error == .fileExists ? .exists : .failed
        }
    }

    /// Opens a file that is called otherwise until it is whole.
    func begin(_ name: String) throws(Errno) -> FileDescriptor {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = unsafe partial(name).withCString { name in
            unsafe openat(folder.rawValue, name, flags, 0o600)
        }
        guard descriptor >= 0 else { throw Errno(rawValue: errno) }
        return FileDescriptor(rawValue: descriptor)
    }

    /// Gives a file that is whole its name.
    func end(_ file: FileDescriptor, _ name: String) throws(Errno) {
        let isClosed = (try? file.close()) != nil
        let failure = isClosed ? place(name) : .ioError
        remove(partial(name))
        if let failure { throw failure }
    }

    /// Takes back a file that is not whole.
    func discard(_ file: FileDescriptor, _ name: String) {
        try? file.close()
        remove(partial(name))
    }

    /// A second name never takes the place of what is there; moving does.
    private func place(_ name: String) -> Errno? {
        let result = unsafe partial(name).withCString { from in
            unsafe name.withCString { to in
                isForced
                    ? unsafe renameat(folder.rawValue, from, folder.rawValue, to)
                    : unsafe linkat(folder.rawValue, from, folder.rawValue, to, 0)
            }
        }
        return result == 0 ? nil : Errno(rawValue: errno)
    }

    private func partial(_ name: String) -> String { ".\(name).partial-\(getpid())" }

    private func remove(_ name: String) {
        _ = unsafe name.withCString { name in unsafe unlinkat(folder.rawValue, name, 0) }
    }

    /// Whether a file, and no link to one, has a name and these bytes.
    private func holds(_ bytes: ArraySlice<UInt8>, as name: String) -> Bool {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let descriptor = unsafe name.withCString { name in unsafe openat(folder.rawValue, name, flags) }
        guard descriptor >= 0 else { return false }
        let file = FileDescriptor(rawValue: descriptor)
        defer { try? file.close() }
        var rest = bytes
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while let count = try? unsafe piece.withUnsafeMutableBytes({ piece in try unsafe file.read(into: piece) }) {
            guard count > 0 else { return rest.isEmpty }
            guard rest.starts(with: piece[..<count]) else { return false }
            rest = rest.dropFirst(count)
        }
        return false
    }

    /// Whether anything has a name, a link that leads nowhere included.
    private func isThere(_ name: String) -> Bool {
        var status = stat()
        return unsafe name.withCString { name in
            unsafe fstatat(folder.rawValue, name, &status, AT_SYMLINK_NOFOLLOW)
        } == 0
    }
}

/// Keeps nothing: what a dry run extracts to.
struct PlannedExtraction: MediumStore {
    func store(_ bytes: ArraySlice<UInt8>, as name: String) -> MediumStoreOutcome { .planned }
}
