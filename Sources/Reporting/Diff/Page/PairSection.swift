/// A titled part of what a page says of a pair: the differences of one area.
struct PairSection: Sendable {
    /// What a section is about; the raw value is part of the names of places.
    enum Kind: String, CaseIterable, Sendable {
        case place
        case config
        case safety
        case tools
        case headers
        case conversation
        case answer
        case usage
        case images
        case findings

        /// The section's title.
        var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// What stands in a section.
    enum Entry: Sendable {
        /// A difference.
        case change(ComparedRow)

        /// Turns in a row that are the same.
        case unchanged(UnchangedTurns)

        /// A remark in words.
        case remark(Inline)
    }

    /// What it is about.
    let kind: Kind

    /// What stands in it, in order.
    let entries: [Entry]

    /// What it comes to, beside the title.
    var lead: [Inline] = []
}

/// Turns in a row that both conversations have.
struct UnchangedTurns: Sendable {
    /// How many they are, and where: `13 previous messages unchanged`.
    var words: String

    /// Each of them in a line, as far as its words are at hand.
    var turns: [Inline]
}
