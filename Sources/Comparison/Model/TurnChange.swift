/// A turn that was edited, inserted or removed.
public struct TurnChange: Sendable {
    /// The role, verbatim; nil where the turn has none.
    public var role: String?

    /// The number of the turn on the first side, from 1, 0 for the system instruction; nil where it has none.
    public var numberA: Int?

    /// The number of the turn on the second side; nil where it has none.
    public var numberB: Int?

    /// What it said on the first side, piece by piece.
    public var from: [TurnPiece] = []

    /// What it says on the second side, piece by piece.
    public var to: [TurnPiece] = []

    /// The exchange of the other capture that this turn was the answer of: it was carried over into the history; nil
    /// where it was none.
    public var answerOf: Int?
}

/// A piece of what a turn says.
public struct TurnPiece: Sendable {
    /// What stands before the value in the report's own words: nothing, `thinking`, `calls`.
    public var label: String

    /// A captured name behind the label, as that of a tool; nil where there is none.
    public var name: String?

    /// What is said.
    public var value: ComparedValue
}
