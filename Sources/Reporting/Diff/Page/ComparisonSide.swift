/// The sides of a comparison.
enum ComparisonSide: String, Sendable {
    case a
    case b

    /// The side's name in words: `A`.
    var title: String { rawValue.uppercased() }
}
