/// Where something stands in a capture, as cheap as a number: line and column are worked out only for what is reported.
public struct Place: Hashable, Sendable {
    /// The offset in bytes from the beginning of the capture, from 0.
    public var byte: Int

    /// Creates a place.
    public init(byte: Int) {
        self.byte = byte
    }
}
