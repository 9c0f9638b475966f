/// Looks at an exchange for one thing.
///
/// A rule is one type in a file of its own and one line in `RuleCatalog`.
public protocol Rule: DescribedRule {
    /// Its findings in an exchange, one a place, in the capture's order.
    static func findings(in exchange: InspectedExchange) -> [Finding]
}
