/// The name of a container around a capture, as reports show it.
public struct ContainerID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name: `gzip`.
    public let rawValue: String

    /// Creates a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name itself.
    public var description: String { rawValue }
}
