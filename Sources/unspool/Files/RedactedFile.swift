internal import CaptureReading
internal import Inspection

/// The copy that `redact` writes: it appears under its name once it has been read back and found clean.
///
/// What goes to standard output is kept in memory until then.
final class RedactedFile {
    private let destination: Destination
    private let isStandardOutput: Bool
    private var kept: [UInt8] = []

    /// Opens the destination; says why and ends with 2 where that cannot be.
    init(_ path: PathArgument, inputs: [PathArgument]) throws {
        isStandardOutput = path.isStandardInput
        destination = try Destination(path, inputs: inputs)
    }

    /// Writes the next bytes.
    func write(_ bytes: [UInt8]) {
        if isStandardOutput { kept += bytes } else { destination.stream.write(bytes) }
    }

    /// What is wrong with what was written, once it is read back; nil where nothing is, and where nothing was written.
    func fault(format: CaptureFormatID?, by copy: SafeCopy) throws -> SafeCopyFault? {
        let limits = CaptureOptions.usualLimits
        guard !isStandardOutput else {
            let kept = kept
            return try copy.fault(
                of: CaptureInput(path: "-", format: format, limits: limits) { () throws(CaptureError) in
                    MemorySource(kept)
                })
        }
        destination.stream.flush()
        // A device or a pipe keeps nothing that could be read.
        guard let partial = destination.partialPath else { return nil }
        return try copy.fault(of: InputFiles.input(PathArgument(partial), format: format, limits: limits))
    }

    /// Gives the copy its name, or writes it to standard output.
    func close() throws {
        if isStandardOutput { destination.stream.write(kept) }
        try destination.close()
    }

    /// Removes what was written.
    func discard() { destination.discard() }
}
