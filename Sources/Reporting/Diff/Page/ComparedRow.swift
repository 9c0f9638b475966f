/// A difference with both of its sides.
struct ComparedRow: Sendable {
    /// The name of its place.
    var anchor: Anchor

    /// What differs: a path, a turn, a rule.
    var name: Inline

    /// What is to be known of it beside its sides.
    var notes: [Inline] = []

    /// Whether a filter lets more through on the second side than on the first.
    var isLoosened = false

    /// The first side.
    var from: ComparedSide

    /// The second side.
    var to: ComparedSide

    /// Where the pixels of two images differ; nil where they were not compared.
    var map: DifferenceMap?
}

/// One side of a difference.
struct ComparedSide: Sendable {
    /// What stands on a side.
    enum Content: Sendable {
        /// Nothing, in words: `none`, `default`.
        case absent(String)

        /// Text, in which is marked what the other side does not have.
        case text(MarkedText)

        /// An image.
        case picture(Picture)
    }

    /// What stands there.
    var content: Content

    /// The line of the capture; nil where nothing stands there.
    var line: Int?
}

extension ComparedSide.Content {
    /// The same with all of its text marked: of the marks of two secrets no part is the same.
    var markedWhole: ComparedSide.Content {
        guard case .text(let text) = self else { return self }
        return .text(MarkedText(allOf: text.text))
    }
}
