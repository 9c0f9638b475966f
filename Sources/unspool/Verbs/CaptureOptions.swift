internal import ArgumentParser
internal import CaptureReading
internal import ContentDecoding

/// The options of every verb that reads captures and shows what is in them.
struct CaptureOptions: ParsableArguments {
    @OptionGroup var input: InputOptions

    @Flag(help: "Show secrets as they are. Do not share such a report.")
    var includeSecrets = false

    /// How much of a body is decoded.
    var limits: DecodingLimits { input.limits }

    /// How much of a body is decoded where nothing else was asked for.
    static let usualLimits = DecodingLimits()

    /// The format that was asked for.
    var format: CaptureFormatID? { input.format }
}
