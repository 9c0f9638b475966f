/// Where something stands in a value whose bytes the capture has under codings only.
public struct DecodedPlace: Hashable, Sendable {
    /// What was removed from the value, outermost first.
    public var layers: [BodyLayer]

    /// The offset in bytes from the beginning of the decoded value, from 0.
    public var byte: Int

    /// Creates a place.
    public init(layers: [BodyLayer], byte: Int) {
        self.layers = layers
        self.byte = byte
    }
}
