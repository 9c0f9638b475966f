internal import ArgumentParser
internal import SystemPackage

/// Where a verb's result goes: standard output, or the file of `-o`.
struct Destination {
    /// The stream.
    let stream: StandardStream

    /// The file, or nil for standard output.
    private let file: FileDescriptor?

    /// Opens the file, which is made anew where it is there already; standard output without one.
    init(_ path: PathArgument?) throws {
        guard let path, !path.isStandardInput else {
            stream = .output
            file = nil
            return
        }
        do {
            let file = try FileDescriptor.open(
                path.path, .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            self.file = file
            stream = StandardStream(file)
        } catch {
            Diagnostics().report("\(path.text): expected a file that can be written, found: \(error)")
            throw ExitCode(2)
        }
    }

    /// Writes what is left.
    ///
    /// A closed pipe is no failure: whoever read it had enough.
    func close() throws {
        stream.flush()
        try? file?.close()
        guard let failure = stream.failure, failure != .brokenPipe else { return }
        Diagnostics().report("expected to write the whole result, found: \(failure)")
        throw ExitCode(2)
    }
}
