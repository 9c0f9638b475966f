public import CaptureReading
public import JSONReading

/// A tool that the model was offered.
public struct Tool: Sendable {
    /// Who runs a tool.
    public enum Kind: String, Sendable {
        /// The client does, when the model calls it.
        case function

        /// The provider does.
        case server
    }

    /// The function's name, or the provider's name for its own tool.
    public var name: String

    /// Who runs it.
    public var kind: Kind

    /// The declaration, verbatim.
    public var raw: JSONValue

    /// Where the declaration stands.
    public var place: Place?

    /// Creates a tool.
    public init(name: String, kind: Kind, raw: JSONValue, place: Place?) {
        self.name = name
        self.kind = kind
        self.raw = raw
        self.place = place
    }
}
