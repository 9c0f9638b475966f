/// Two exchanges that were paired, by their positions in their sessions.
struct AlignedPair: Equatable {
    /// The position in the first session.
    var a: Int

    /// The position in the second session.
    var b: Int

    /// How alike they are, from 0 to 1.
    var score: Double

    /// What made them a pair.
    var reason: PairReason

    /// Whether other pairs stand in another order on the two sides.
    var isMoved = false
}

/// What made two exchanges a pair.
public enum PairReason: String, Sendable {
    /// Method, target and content are the same.
    case sameRequest = "same request"

    /// Method, path and content are the same, at another host or with another query.
    case sameBody = "same body"

    /// Method, path, model and first turn are the same, and those of no other exchange.
    case sameStart = "same first turn"

    /// The whole prompt of one is the beginning of the other's.
    case goesOn = "goes on"

    /// They are the most alike of those that were left.
    case alike = "most alike"

    /// Each is the only conversation of its session.
    case onlyConversation = "only conversations"

    /// They stand at the same position, which was all that was asked for.
    case position = "same position"

    /// They were asked for by number.
    case chosen = "chosen"
}
