/// The inspection of the exchanges of a capture as one session.
public struct SessionInspection: Sendable {
    private var rules: [any SessionRule]

    /// Begins with a capture.
    public init(rules: [any SessionRule.Type] = RuleCatalog.session) {
        self.rules = rules.map { rule in rule.init() }
    }

    /// Adds what is found in the next exchange to its findings, in the order of the catalogue.
    public mutating func inspect(_ exchange: inout InspectedExchange) {
        var found: [Finding] = []
        for index in rules.indices { found += rules[index].findings(in: exchange) }
        exchange.add(found)
    }
}
