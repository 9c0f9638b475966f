/// The name of a dialect in reports: the shape of an API on the wire.
public struct DialectID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name: `gemini.generate_content`.
    public let rawValue: String

    /// Creates a name; it need not be one that the catalogue knows.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name itself.
    public var description: String { rawValue }
}
