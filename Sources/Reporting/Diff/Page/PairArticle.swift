internal import Comparison

/// What a page says of a pair of exchanges, whatever the page is written in.
///
/// Its texts are as captured, less their secrets: each renderer escapes them for its own output.
struct PairArticle: Sendable {
    /// The name of its place.
    let anchor: Anchor

    /// Whether it is shown unfolded.
    let isOpen: Bool

    /// The numbers of both exchanges: `2 → 3`.
    let numbers: String

    /// What was asked for.
    let title: Inline

    /// What became of it, and what made the two a pair.
    let lead: [Inline]

    /// Turns, tokens and time of both sides at a glance.
    let tiles: [Article.Tile]

    /// What differs, area by area.
    let sections: [PairSection]

    /// The names of its differences, in the order in which they are shown.
    var changes: [Anchor] {
        sections.flatMap { section in
            section.entries.compactMap { entry in
                if case .change(let change) = entry { change.anchor } else { nil }
            }
        }
    }
}
