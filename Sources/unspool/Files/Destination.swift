internal import ArgumentParser
internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where a verb's result goes: standard output, or the file of `-o`.
///
/// A file appears under its name once it is whole, and can be read by its owner only: a report quotes what was captured.
struct Destination {
    /// The stream.
    let stream: StandardStream

    /// The file that is written, or nil for standard output.
    private let file: FileDescriptor?

    /// What the file is called until it is whole, and then; nil for what is no regular file and is written directly.
    private let names: (partial: FilePath, final: FilePath)?

    /// What the file is called until it is whole; nil for what is written directly.
    var partialPath: FilePath? { names?.partial }

    /// Standard output.
    init() {
        stream = .output
        file = nil
        names = nil
    }

    /// Opens a file, or standard output for no path and for `-`; says why and ends with 2 where that cannot be, or where the file is one
    /// of the inputs.
    init(_ path: PathArgument?, inputs: [PathArgument]) throws {
        guard let path, !path.isStandardInput else {
            self.init()
            return
        }
        let status = FileStatus(of: path.path)
        if let status, Destination.captures(inputs).contains(where: status.isSameFile) {
            Diagnostics().report(
                "\(path.text): expected a file that is none of the captures for -o, found one of them; name another file"
            )
            throw ExitCode(2)
        }
        do {
            if let status, status.kind != .regular || status.isLink {
                // A link leads to a file that has its own name, or to standard output.
                let options: FileDescriptor.OpenOptions = status.kind == .regular ? [.truncate] : []
                self.init(try FileDescriptor.open(path.path, .writeOnly, options: options), names: nil)
            } else {
                let partial = FilePath(path.path.string + ".partial-\(getpid())")
                let options: FileDescriptor.OpenOptions = [.create, .exclusiveCreate, .noFollow]
                let file = try FileDescriptor.open(partial, .writeOnly, options: options, permissions: .ownerReadWrite)
                self.init(file, names: (partial, path.path))
            }
        } catch {
            Diagnostics().report("\(path.text): expected a file that can be written, found: \(error)")
            throw ExitCode(2)
        }
    }

    /// The files that are going to be read, those in folders included.
    private static func captures(_ inputs: [PathArgument]) -> [FileStatus] {
        inputs.flatMap { input in InputFiles.files(below: input) ?? [input] }.compactMap { file in
            FileStatus(of: file.path)
        }
    }

    private init(_ file: FileDescriptor, names: (partial: FilePath, final: FilePath)?) {
        self.file = file
        self.names = names
        stream = StandardStream(file)
    }

    /// Writes what is left, and gives the file its name.
    ///
    /// A closed pipe is no failure: whoever read it had enough.
    func close() throws {
        stream.flush()
        try? file?.close()
        var failure = stream.failure
        if failure == nil, let names, Destination.move(names) != 0 { failure = Errno(rawValue: errno) }
        guard let failure, failure != .brokenPipe else { return }
        if let names { Destination.remove(names.partial) }
        Diagnostics().report("expected to write the whole result, found: \(failure)")
        throw ExitCode(2)
    }

    /// Takes back what was written to a file: one that was there under its name stays as it was.
    func discard() {
        guard let names else { return }
        try? file?.close()
        Destination.remove(names.partial)
    }

    private static func remove(_ path: FilePath) {
        _ = unsafe path.withPlatformString { name in unsafe unlink(name) }
    }

    /// Gives the whole file its name; other than 0 when the system would not.
    private static func move(_ names: (partial: FilePath, final: FilePath)) -> CInt {
        unsafe names.partial.withPlatformString { partial in
            unsafe names.final.withPlatformString { final in unsafe rename(partial, final) }
        }
    }
}
