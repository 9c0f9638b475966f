public import Comparison
public import Findings
public import Redaction

/// Writes what differs between two sessions.
///
/// The calls come in this order: `begin` once, `add` for each pair that was read again, `finish` once.
public protocol ComparisonReporter {
    /// Both sessions have been read and aligned; `redactor` knows the secrets of both.
    mutating func begin(_ comparison: SessionComparison, redactor: Redactor)

    /// A pair was compared: for what is shown of its exchanges beside its differences, while they are at hand. Pairs come
    /// in the order in which they can be read, which need not be theirs.
    mutating func add(_ pair: PairComparison, _ first: InspectedExchange, _ second: InspectedExchange)

    /// Every pair has been compared.
    mutating func finish(_ comparison: SessionComparison)
}

extension ComparisonReporter {
    /// Most reports need nothing before the end.
    public mutating func begin(_ comparison: SessionComparison, redactor: Redactor) {}

    /// Most reports need nothing of the exchanges themselves.
    public mutating func add(_ pair: PairComparison, _ first: InspectedExchange, _ second: InspectedExchange) {}
}
