internal import JSONReading

/// Where the bytes of a body stand in the capture.
public struct BodyPlaces: Sendable {
    /// Where the value begins that the bytes were decoded from, or the first of them where they stand as they are.
    public let start: Place

    /// The layers that lie around the bytes.
    private let layers: [BodyLayer]

    /// Where the bytes stand that the capture has under the escapes of a JSON string; nil without escapes.
    private let escapes: EscapeMap?

    /// Where the bytes stand that the capture has in pieces; nil where they stand together.
    private let pieces: PieceMap?

    /// Creates the places of bytes that begin at one.
    init(start: Place, layers: [BodyLayer], escapes: EscapeMap?) {
        self.start = start
        self.layers = layers
        self.escapes = escapes
        pieces = nil
    }

    /// Creates the places of bytes that were put together from pieces.
    init(pieces: PieceMap) {
        start = Place(byte: pieces.byte(of: 0))
        layers = []
        escapes = nil
        self.pieces = pieces
    }

    /// The place of a byte of the body, counted from 0.
    ///
    /// It is exact where the capture has the byte, be it under escapes; under layers it is that of the value, and says
    /// where within.
    public func place(ofByte offset: Int) -> Place {
        guard layers.isEmpty else { return Place(byte: start.byte, within: DecodedPlace(layers: layers, byte: offset)) }
        if let pieces { return Place(byte: pieces.byte(of: offset)) }
        return start.advanced(by: escapes?.offset(ofByte: offset) ?? offset)
    }
}
