/// A choice of exchanges: terms that all have to hold, as `--match` takes them.
///
///     host:*.openai.com status:>=400 -has:image
///
/// A term is the name of a field, a colon, and one value or several with commas between them, of which one has to fit;
/// `-` before it turns it round. A term without a colon is sought in the URL. Blanks stand between terms; a value with
/// blanks, commas or quotation marks in it stands between quotation marks, in which a backslash takes the character behind
/// it as it is. Case does not count.
///
/// - Texts (`host`, `model`, …) take a pattern for the whole text: `*` stands for any characters, `?` for one.
/// - Numbers (`status`, `size`, `time`, …) take a number, a comparison (`>=400`, `<2s`) or a range (`400..499`).
/// - `severity` takes a severity, or a comparison with one; `has` the name of a `Holding`.
/// - `none` fits where there is nothing: `status:none`.
///
/// A filter is matched in time linear in the texts of the exchange, for a pattern of a given length.
public struct ExchangeFilter: Sendable {
    private let terms: [FilterTerm]

    /// Reads a filter.
    ///
    /// - Throws: what is wrong with the first term that is, and where.
    public init(parsing text: String) throws(FilterFault) {
        var scanner = FilterScanner(text)
        var terms: [FilterTerm] = []
        while let term = try scanner.next() { terms.append(try FilterTerm(term)) }
        guard !terms.isEmpty else {
            throw FilterFault(expected: "a term such as status:>=400", found: "none", column: 1)
        }
        self.terms = terms
    }

    /// Whether an exchange is chosen.
    public func matches(_ exchange: ExchangeSummary) -> Bool {
        terms.allSatisfy { term in term.matches(exchange) }
    }
}
