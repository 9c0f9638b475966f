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

    /// Whether what was written, read back, holds no secret; nothing at all holds none.
    func isProven(format: CaptureFormatID?, by copy: SafeCopy) throws -> Bool {
        let limits = CaptureOptions.usualLimits
        guard !isStandardOutput else {
            let kept = kept
            return try copy.isClean(
                CaptureInput(path: "-", format: format, limits: limits) { () throws(CaptureError) in
                    MemorySource(kept)
                })
        }
        destination.stream.flush()
        // A device or a pipe keeps nothing that could be read.
        guard let partial = destination.partialPath else { return true }
        return try copy.isClean(InputFiles.input(PathArgument(partial), format: format, limits: limits))
    }

    /// Gives the copy its name, or writes it to standard output.
    func close() throws {
        if isStandardOutput { destination.stream.write(kept) }
        try destination.close()
    }

    /// Removes what was written.
    func discard() { destination.discard() }
}
