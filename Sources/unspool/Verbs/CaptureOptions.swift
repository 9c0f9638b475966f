internal import ArgumentParser
internal import CaptureReading
internal import ContentDecoding

/// The options of every verb that reads captures.
struct CaptureOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read every input as this format: \(CaptureOptions.known).", valueName: "id"))
    var inputFormat: String?

    @Flag(help: "Show secrets as they are. Do not share such a report.")
    var includeSecrets = false

    @Option(
        help: ArgumentHelp(
            "Decode no more of a body than this: 1000, 64K, 16M, 4G; 0 for no limit (default: 256M).",
            valueName: "bytes"))
    var maxBody: ByteCount?

    /// How much of a body is decoded.
    var limits: DecodingLimits {
        var limits = DecodingLimits()
        if let maxBody { limits.bodySize = maxBody.count == 0 ? nil : maxBody.count }
        if maxBody?.count == 0 { limits.captureSize = nil }
        return limits
    }

    /// How much of a body is decoded where nothing else was asked for.
    static let usualLimits = DecodingLimits()

    /// The format that was asked for.
    var format: CaptureFormatID? { inputFormat.map(CaptureFormatID.init(rawValue:)) }

    /// The names of the formats.
    private static var known: String {
        CaptureFormatCatalog.all.map { format in format.id.rawValue }.joined(separator: ", ")
    }

    /// A format that is not known is wrong usage, before anything is read.
    func validate() throws {
        guard let format, CaptureFormatCatalog.format(format) == nil else { return }
        throw ValidationError("expected one of \(CaptureOptions.known) for --input-format, found '\(format)'")
    }
}
