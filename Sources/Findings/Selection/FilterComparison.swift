/// How a value of a filter compares.
enum FilterComparison: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case more = ">"
    case less = "<"
    case equal = "="

    /// The sign that a value begins with; nil when it begins with none.
    static func prefix(of text: String) -> FilterComparison? {
        // The longer signs come first.
        allCases.first { comparison in text.hasPrefix(comparison.rawValue) }
    }

    /// Whether it holds between what an exchange has and what is wanted.
    func holds<Value: Comparable>(_ value: Value, _ wanted: Value) -> Bool {
        switch self {
        case .atLeast: value >= wanted
        case .atMost: value <= wanted
        case .more: value > wanted
        case .less: value < wanted
        case .equal: value == wanted
        }
    }
}
