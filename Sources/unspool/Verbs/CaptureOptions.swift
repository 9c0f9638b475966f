internal import ArgumentParser
internal import CaptureReading

/// The options of every verb that reads captures.
struct CaptureOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read every input as this format: \(CaptureOptions.known).", valueName: "id"))
    var inputFormat: String?

    @Flag(help: "Show secrets as they are. Do not share such a report.")
    var includeSecrets = false

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
