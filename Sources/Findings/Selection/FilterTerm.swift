/// One term of a filter.
struct FilterTerm: Sendable {
    private let isNegated: Bool
    private let tests: [@Sendable (ExchangeSummary) -> Bool]

    /// Understands a term.
    init(_ term: FilterScanner.Term) throws(FilterFault) {
        isNegated = term.isNegated
        guard let name = term.name else {
            try FilterTerm.expectNoComparison(in: term.values[0])
            let pattern = FilterPattern(term.values[0]).anywhere
            tests = [{ exchange in exchange.url.map(pattern.matches) ?? false }]
            return
        }
        guard let field = FilterField.all.first(where: { field in field.names.contains(name.text.lowercased()) }) else {
            let known = FilterField.all.map { field in field.names[0] }.joined(separator: ", ")
            throw FilterFault(expected: "one of the fields \(known)", found: name.quoted, column: name.column)
        }
        var tests: [@Sendable (ExchangeSummary) -> Bool] = []
        for value in term.values { tests.append(try field.test(value)) }
        self.tests = tests
    }

    /// Refuses a word such as `time>1`, which lacks the colon: sought in the URL it would find nothing without a word.
    private static func expectNoComparison(in word: FilterScanner.Piece) throws(FilterFault) {
        guard !word.isQuoted, let end = word.text.firstIndex(where: { character in "<>=".contains(character) }) else {
            return
        }
        let name = word.text[..<end]
        guard FilterField.all.contains(where: { field in field.names.contains(name.lowercased()) }) else { return }
        throw FilterFault(
            expected: "a colon behind \(name), or the word between quotation marks", found: "'\(word.text[end])'",
            column: word.column + name.count)
    }

    /// Whether one of the values fits, or none does where the term is turned round.
    func matches(_ exchange: ExchangeSummary) -> Bool {
        tests.contains { test in test(exchange) } != isNegated
    }
}
