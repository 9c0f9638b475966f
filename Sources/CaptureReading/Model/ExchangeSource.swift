/// The bytes of a capture that one exchange was read from.
public struct ExchangeSource: Sendable {
    /// The bytes, from the exchange's first to its last.
    public let bytes: ArraySlice<UInt8>

    /// Where the first of them stands in the capture.
    public let start: Location

    /// Creates a source.
    public init(bytes: ArraySlice<UInt8>, start: Location) {
        self.bytes = bytes
        self.start = start
    }

    /// The bytes of a range that is counted from the exchange's first byte.
    public func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[(bytes.startIndex + range.lowerBound)..<(bytes.startIndex + range.upperBound)]
    }

    /// The place of a byte that is counted from the exchange's first byte.
    public func place(_ offset: Int) -> Place {
        Place(byte: start.byte + offset)
    }
}
