/// Bytes that a capture has in pieces: in lines with marks before them, as digits, in quotes; each with its place.
struct GatheredBytes: Sendable {
    /// The bytes.
    private(set) var bytes: [UInt8] = []

    /// Where they stand.
    private(set) var places = PieceMap()

    /// Adds bytes that stand together, the first of them at a byte of the capture.
    mutating func append(_ piece: some Collection<UInt8>, at byte: Int) {
        places.append(count: piece.count, at: byte)
        bytes.append(contentsOf: piece)
    }

    /// Adds bytes of which each takes so many bytes of the capture; with 0 all stand at one place.
    mutating func append(_ piece: some Collection<UInt8>, at byte: Int, step: Int) {
        places.append(count: piece.count, at: byte, step: step)
        bytes.append(contentsOf: piece)
    }

    /// Adds other gathered bytes.
    mutating func append(_ other: GatheredBytes) {
        bytes += other.bytes
        places.append(other.places)
    }

    /// The first bytes.
    func prefix(_ count: Int) -> GatheredBytes {
        var first = self
        first.bytes.removeLast(max(0, bytes.count - count))
        return first
    }

    /// What stands behind the first bytes.
    func dropping(_ count: Int) -> GatheredBytes {
        var rest = GatheredBytes()
        rest.bytes = Array(bytes.dropFirst(count))
        rest.places = places.dropping(count)
        return rest
    }

    /// The bytes without those that meet a condition.
    func removing(_ isRemoved: (UInt8) -> Bool) -> GatheredBytes {
        var rest = GatheredBytes()
        for (index, byte) in bytes.enumerated() where !isRemoved(byte) {
            rest.append(CollectionOfOne(byte), at: places.byte(of: index))
        }
        return rest
    }

    /// Replaces a byte by another one that stands at the same place.
    mutating func replace(at offset: Int, with byte: UInt8) {
        bytes[offset] = byte
    }

    /// The place of one of the bytes, counted from 0; behind the last one, that of what follows it.
    func place(_ offset: Int) -> Place {
        Place(byte: places.byte(of: offset))
    }

    /// A body of all of the bytes.
    func body(isTruncated: Bool = false, warnings: [BodyWarning] = [], fault: BodyFault? = nil) -> Body {
        Body(bytes: bytes[...], pieces: places, isTruncated: isTruncated, warnings: warnings, fault: fault)
    }
}
