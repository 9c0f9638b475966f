/// An amount and what it is made of.
struct StackedBar: Sendable {
    /// A part of the amount.
    struct Part: Sendable {
        /// What it is, as captured.
        var name: String

        /// How much.
        var count: Int
    }

    /// What is measured.
    var name: String

    /// The amount; at least 0.
    var total: Int

    /// Its parts; together they may be less.
    var parts: [Part]

    /// The amount that fills the whole width; at least 1.
    var scale: Int
}
