/// What came out of coded bytes.
public struct DecodingOutcome: Sendable {
    /// Everything that could be decoded, up to the fault where there is one.
    public internal(set) var bytes: [UInt8] = []

    /// Where and why it could not be decoded to its end.
    public internal(set) var failure: Failure?

    /// What was odd, each with the index of the layer that it was met in, outermost first.
    public internal(set) var notes: [(note: CodingNote, layer: Int)] = []

    /// A fault, and where it is.
    public struct Failure: Hashable, Sendable {
        /// The fault.
        public let fault: CodingFault

        /// The index of the layer, counted from the outermost.
        public let layer: Int

        /// The offset of the first byte that could not be used, in the bytes that the layer lies around.
        public let offset: Int
    }

    /// Whether the data were what they should be, from the first byte to the last.
    public var isClean: Bool { failure == nil && notes.isEmpty }
}
