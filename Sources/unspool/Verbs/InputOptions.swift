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

    @OptionGroup var jobs: JobOptions

    /// How much of a body is decoded.
    var limits: DecodingLimits {
        var limits = DecodingLimits()
        if let maxBody { limits.bodySize = maxBody.count == 0 ? nil : maxBody.count }
        if maxBody?.count == 0 { limits.captureSize = nil }
        return limits
    }

    /// The format that was asked for.
    var format: CaptureFormatID? { inputFormat.map(CaptureFormatID.init(rawValue:)) }

    /// The names of the formats.
    private static var known: String {
        CaptureFormatCatalog.all.map { format in format.id.rawValue }.joined(separator: ", ")
    }

    /// A format that is not known is wrong usage, before anything is read.
    func validate() throws {
        guard let format, CaptureFormatCatalog.format(format) == nil else { return }
        throw ValidationError("expected one of \(InputOptions.known) for --input-format, found '\(format)'")
    }
}
