/// What a decoder did with some input.
///
/// One that neither consumes nor produces wants more input.
public struct CodingStep: Sendable {
    /// How the coded data ended.
    public enum End: Sendable {
        /// As they should; what input is left does not belong to them.
        case complete

        /// With a fault, at the first byte that is not consumed.
        case fault(CodingFault)
    }

    /// How many bytes of the input it is done with.
    public var consumed = 0

    /// How many bytes it appended to the output.
    public var produced = 0

    /// How the data ended, or nil while they go on.
    public var end: End?

    /// Creates a step.
    public init(consumed: Int = 0, produced: Int = 0, end: End? = nil) {
        self.consumed = consumed
        self.produced = produced
        self.end = end
    }
}
