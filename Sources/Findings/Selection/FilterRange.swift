/// The numbers that a value of a filter takes: `404`, `>=400`, `400..499`, `500..`.
struct FilterRange: Sendable {
    private let comparisons: [(comparison: FilterComparison, wanted: Double)]

    /// Understands a value.
    init(_ piece: FilterScanner.Piece, units: FilterUnits) throws(FilterFault) {
        let text = piece.text
        if let comparison = FilterComparison.prefix(of: text) {
            comparisons = [(comparison, try Self.number(text.dropFirst(comparison.rawValue.count), of: piece, units))]
        } else if let dots = text.firstRange(of: "..") {
            var ends: [(comparison: FilterComparison, wanted: Double)] = []
            for (comparison, end) in [
                (FilterComparison.atLeast, text[..<dots.lowerBound]), (.atMost, text[dots.upperBound...]),
            ]
            where !end.isEmpty {
                ends.append((comparison, try Self.number(end, of: piece, units)))
            }
            guard !ends.isEmpty else {
                throw FilterFault(expected: "a number beside ..", found: piece.quoted, column: piece.column)
            }
            comparisons = ends
        } else {
            comparisons = [(.equal, try Self.number(text[...], of: piece, units))]
        }
    }

    /// Whether it takes a number.
    func contains(_ number: Double) -> Bool {
        comparisons.allSatisfy { comparison, wanted in comparison.holds(number, wanted) }
    }

    private static func number(
        _ text: Substring, of piece: FilterScanner.Piece, _ units: FilterUnits
    ) throws(FilterFault) -> Double {
        guard let value = units.value(of: text) else {
            let column = piece.column + piece.text.distance(from: piece.text.startIndex, to: text.startIndex)
            throw FilterFault(expected: units.example, found: "'\(text)'", column: column)
        }
        return value
    }
}
