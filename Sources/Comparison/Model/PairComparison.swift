public import Redaction

/// What became of an exchange from one session to the other.
public struct PairComparison: Sendable {
    /// What became of it.
    public enum State: String, Sendable {
        /// Nothing that is compared differs.
        case same

        /// Something differs.
        case changed

        /// It stands elsewhere in the order; something may differ beside.
        case moved

        /// Only the first session has it.
        case onlyA = "only_a"

        /// Only the second session has it.
        case onlyB = "only_b"
    }

    /// The exchange of the first session, or nil where it has none.
    public var a: ExchangeDigest?

    /// The exchange of the second session, or nil where it has none.
    public var b: ExchangeDigest?

    /// How alike the two are, from 0 to 1; nil for one that stands alone.
    public var score: Double?

    /// What made them a pair; nil for one that stands alone.
    public var reason: PairReason?

    /// Whether the two stand in another order than the pairs around them.
    public var isMoved = false

    /// The number of the exchange of the first session that it stood before, where it was moved; nil where it was the
    /// last one.
    public var movedFromBefore: Int?

    /// What differs, by area.
    public var changes: [Change] = []

    /// The turns of both sides, row by row; empty where nothing in them differs.
    public var turns: [TurnRow] = []

    /// The credentials that both requests show, each with whether it is the same one.
    public var credentials: [CredentialComparison] = []

    /// What could not be compared, since one of the captures does not have it, in words.
    public var uncompared: [String] = []

    /// Whether the two differ in something that was not looked at: their order is too different for both to be at hand at
    /// the same time.
    public var isUnread = false

    /// Whether the two differ in anything that is compared.
    public var isChanged: Bool { !changes.isEmpty || isUnread }

    /// What became of it.
    public var state: State {
        guard a != nil else { return .onlyB }
        guard b != nil else { return .onlyA }
        return isMoved ? .moved : isChanged ? .changed : .same
    }
}

/// A row of two conversations side by side.
public struct TurnRow: Sendable {
    /// What became of the turn.
    public enum Relation: String, Sendable {
        /// It is the same.
        case same

        /// Its words differ.
        case edited

        /// Its images differ, and nothing else.
        case images

        /// Only the first conversation has it.
        case removed

        /// Only the second conversation has it.
        case inserted
    }

    /// The number of the turn on the first side, from 1, 0 for the system instruction; nil where it has none.
    public var numberA: Int?

    /// The number of the turn on the second side.
    public var numberB: Int?

    /// The role, verbatim; nil where the turn has none.
    public var role: String?

    /// What became of the turn.
    public var relation: Relation

    /// The position of what differs among the pair's changes; nil for a turn that is the same, or whose images differ.
    public var change: Int?
}

/// A credential that the requests of a pair show at one place.
public struct CredentialComparison: Sendable {
    /// The name of the header or of the item of the query, in lower case.
    public var name: String

    /// The secret of the first side: for its mark alone.
    public var a: Secret

    /// The secret of the second side: for its mark alone.
    public var b: Secret

    /// Whether they are the same.
    public var isSame: Bool { a.value.utf8.elementsEqual(b.value.utf8) }
}
