/// The content of a request or a response as the capture holds it.
public struct Body: Sendable {
    /// The bytes, a view into those of the exchange; empty when the capture says that there is no content.
    public let bytes: ArraySlice<UInt8>

    /// Where the first byte stands in the capture.
    public let place: Place

    /// Whether the capture ends before the length that the message declares.
    public let isTruncated: Bool

    /// Creates a body.
    public init(bytes: ArraySlice<UInt8>, place: Place, isTruncated: Bool = false) {
        self.bytes = bytes
        self.place = place
        self.isTruncated = isTruncated
    }

    /// The place of one of its bytes, counted from 0.
    public func place(ofByte offset: Int) -> Place {
        Place(byte: place.byte + offset)
    }
}
