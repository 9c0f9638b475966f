/// The JSON Schema of an output of the program.
///
/// An object of ours lists every member that it can have, and readers have to expect more in later versions. An object
/// that holds what a provider said, by its own names, says `"additionalProperties": true`.
///
/// JSON Schema 2020-12
public struct OutputSchema: Sendable {
    /// The name of the output, as `unspool schema` takes it.
    public let name: String

    /// The schema as text, with a line feed at its end.
    public let text: String

    /// Every schema, by name.
    public static let all: [OutputSchema] = [
        .check, .diff, .events, .extract, .image, .inspect, .list, .redact, .rules,
    ]
}
