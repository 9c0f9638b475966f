internal import Findings

/// What a page says of one exchange, whatever the page is written in.
///
/// Its texts are as captured, less their secrets: each renderer escapes them for its own output.
struct Article: Sendable {
    /// The name of its place.
    let anchor: Anchor

    /// Whether it is shown unfolded.
    let isOpen: Bool

    /// Who asked whom for what, fact by fact.
    let title: [Inline]

    /// What came of it, at a glance.
    let tiles: [Tile]

    /// What was found, rule by rule, the gravest first.
    let findings: [FindingEntry]

    /// Everything else, in reading order.
    let sections: [ArticleSection]

    /// A fact of the strip at an article's top.
    struct Tile: Sendable {
        /// What it is about.
        var label: String

        /// The fact itself.
        var value: Inline

        /// What goes with it.
        var note: Inline

        /// Creates a tile.
        init(_ label: String, _ value: Inline, _ note: Inline = "") {
            self.label = label
            self.value = value
            self.note = note
        }
    }
}

/// What a rule found in an exchange.
struct FindingEntry: Sendable {
    /// The highest severity of its findings.
    var severity: Severity

    /// The rule's id.
    var rule: String

    /// What was found, as the gravest finding says it.
    var message: String

    /// Where, in the capture's order.
    var places: [Site]

    /// How many more places there are.
    var hiddenCount = 0

    /// Where something was found.
    struct Site: Sendable {
        /// The finding's own name.
        var anchor: Anchor

        /// The line of the capture; nil for what is about something that is not there.
        var line: Int?

        /// The place in words: `request.headers["x-goog-api-key"]`.
        var place: String
    }
}
