internal import ArgumentParser
internal import CaptureReading
internal import ContentDecoding

/// How captures are read.
struct InputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read every input as this format: \(InputOptions.known).", valueName: "id"))
    var inputFormat: String?

    @Option(
        help: ArgumentHelp(
            "Decode no more of a body than this: 1000, 64K, 16M, 4G; 0 for no limit (default: 256M).",
            valueName: "bytes"))
    var maxBody: ByteCount?

    @Option(
        help: ArgumentHelp("Work on so many exchanges at a time (default: the processor's cores).", valueName: "number")
    )
    var jobs: Int?

    /// On how many cores exchanges are worked on.
    var coreCount: Int { jobs ?? Environment.coreCount }

    /// How much of a body is decoded.
    var limits: DecodingLimits {
        var limits = DecodingLimits()
        if let maxBody { limits.bodySize = maxBody.count == 0 ? nil : maxBody.count }
        if maxBody?.count == 0 { limits.captureSize = nil }
        return limits
    }

    /// The format that was asked for.
    var format: CaptureFormatID? { inputFormat.map(CaptureFormatID.init(rawValue:)) }

    /// How many exchanges can be worked on at a time.
    private static let jobCounts = 1...256

    /// The names of the formats.
    private static var known: String {
        CaptureFormatCatalog.all.map { format in format.id.rawValue }.joined(separator: ", ")
    }

    /// A format that is not known, and no job at all, are wrong usage, before anything is read.
    func validate() throws {
        if let jobs, !InputOptions.jobCounts.contains(jobs) {
            throw ValidationError("expected --jobs of 1 to \(InputOptions.jobCounts.upperBound), found \(jobs)")
        }
        guard let format, CaptureFormatCatalog.format(format) == nil else { return }
        throw ValidationError("expected one of \(InputOptions.known) for --input-format, found '\(format)'")
    }
}
