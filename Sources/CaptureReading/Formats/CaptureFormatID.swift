/// The name of a capture format, as people write it and reports show it.
public struct CaptureFormatID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name: `headers-pane`.
    public let rawValue: String

    /// Creates a name; it need not be one that the catalogue knows.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name itself.
    public var description: String { rawValue }
}
