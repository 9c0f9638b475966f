/// Where something stands in a capture, as cheap as a number: line and column are worked out only for what is reported.
public struct Place: Hashable, Sendable {
    /// The offset in bytes from the beginning of the capture, from 0; of what stands in a decoded value, that of the
    /// value.
    public var byte: Int

    /// Where it stands in the value, or nil where the capture has its bytes as they are.
    public var within: DecodedPlace?

    /// Creates a place.
    public init(byte: Int, within: DecodedPlace? = nil) {
        self.byte = byte
        self.within = within
    }

    /// The place so many bytes behind this one, in the same text.
    public func advanced(by count: Int) -> Place {
        guard let within else { return Place(byte: byte + count) }
        return Place(byte: byte, within: DecodedPlace(layers: within.layers, byte: within.byte + count))
    }
}

extension Place: Comparable {
    /// Orders by the capture's bytes, then by those of the decoded value.
    public static func < (left: Place, right: Place) -> Bool {
        left.byte == right.byte ? (left.within?.byte ?? 0) < (right.within?.byte ?? 0) : left.byte < right.byte
    }
}
