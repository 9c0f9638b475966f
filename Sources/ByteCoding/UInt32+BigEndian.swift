extension UInt32 {
    /// The four bytes that spell the number, the most significant first.
    public var bigEndianBytes: [UInt8] {
        [24, 16, 8, 0].map { shift in UInt8(truncatingIfNeeded: self >> UInt32(shift)) }
    }
}
