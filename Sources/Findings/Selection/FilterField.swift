internal import CaptureReading

/// What a term of a filter asks for: its names, and how a value of it is understood.
public struct FilterField: Sendable {
    /// A question that a value asks of an exchange.
    typealias Test = @Sendable (ExchangeSummary) -> Bool

    /// The name, and other names for the same.
    public let names: [String]

    /// What it is, for help: a few words.
    public let summary: String

    /// Understands a value.
    let test: @Sendable (FilterScanner.Piece) throws(FilterFault) -> Test

    /// Every field, in the order in which help lists them.
    public static let all: [FilterField] = [
        text(["method"], "POST, GET") { exchange in exchange.method },
        text(["host"], "the host, without its port") { exchange in exchange.host },
        text(["path"], "the path of the URL, without its query") { exchange in exchange.path },
        text(["url"], "the whole URL") { exchange in exchange.url },
        number(["status"], "the status") { exchange in exchange.status.map(Double.init) },
        text(["type"], "the media type of the response") { exchange in exchange.mediaType },
        text(["dialect"], "the API: gemini.generate_content") { exchange in exchange.dialect },
        text(["model"], "the model") { exchange in exchange.model },
        number(["size"], "the size of the response's body: 1000, 64kB, 2MiB", units: .bytes) { exchange in
            exchange.size.map(Double.init)
        },
        number(["time", "duration"], "how long it took: 250ms, 2s, 1.5min", units: .time) { exchange in
            exchange.duration
        },
        number(["number", "n"], "the number of the exchange") { exchange in Double(exchange.number) },
        number(["turns"], "how many turns were sent") { exchange in exchange.turns.map(Double.init) },
        number(["tokens"], "how many tokens it took") { exchange in exchange.tokens.map(Double.init) },
        FilterField(names: ["finding", "rule"], summary: "the id or the name of a rule that fired", test: finding),
        FilterField(names: ["severity"], summary: "the highest severity of a finding", test: severity),
        FilterField(names: ["has"], summary: Holding.allCases.map(\.rawValue).joined(separator: ", "), test: holding),
    ]

    // MARK: Kinds of fields

    /// Whether a value asks for exchanges that have nothing.
    private static func isNone(_ piece: FilterScanner.Piece) -> Bool {
        !piece.isQuoted && piece.text.lowercased() == "none"
    }

    private static func text(
        _ names: [String], _ summary: String, _ value: @escaping @Sendable (ExchangeSummary) -> String?
    ) -> FilterField {
        FilterField(names: names, summary: summary) { (piece) throws(FilterFault) in
            if isNone(piece) { return { exchange in value(exchange) == nil } }
            let pattern = FilterPattern(piece)
            return { exchange in value(exchange).map(pattern.matches) ?? false }
        }
    }

    private static func number(
        _ names: [String], _ summary: String, units: FilterUnits = .none,
        _ value: @escaping @Sendable (ExchangeSummary) -> Double?
    ) -> FilterField {
        FilterField(names: names, summary: summary) { (piece) throws(FilterFault) in
            if isNone(piece) { return { exchange in value(exchange) == nil } }
            let range = try FilterRange(piece, units: units)
            return { exchange in value(exchange).map(range.contains) ?? false }
        }
    }

    private static func finding(_ piece: FilterScanner.Piece) throws(FilterFault) -> Test {
        if isNone(piece) { return { exchange in exchange.findings.isEmpty } }
        let pattern = FilterPattern(piece)
        return { exchange in
            exchange.findings.contains { rule, finding in pattern.matches(rule) || pattern.matches(finding.name) }
        }
    }

    private static func severity(_ piece: FilterScanner.Piece) throws(FilterFault) -> Test {
        if isNone(piece) { return { exchange in exchange.severity == nil } }
        let comparison = FilterComparison.prefix(of: piece.text)
        let name = piece.text.dropFirst(comparison?.rawValue.count ?? 0).lowercased()
        guard let wanted = Severity(rawValue: name) else {
            let known = Severity.allCases.map(\.rawValue).joined(separator: ", ")
            throw FilterFault(expected: "one of the severities \(known)", found: piece.quoted, column: piece.column)
        }
        return { exchange in
            exchange.severity.map { severity in (comparison ?? .equal).holds(severity, wanted) } ?? false
        }
    }

    private static func holding(_ piece: FilterScanner.Piece) throws(FilterFault) -> Test {
        let name = piece.text.lowercased().split(separator: "_", omittingEmptySubsequences: false).joined(
            separator: "-")
        guard let holding = Holding(rawValue: name) else {
            let known = Holding.allCases.map(\.rawValue).joined(separator: ", ")
            throw FilterFault(expected: "one of \(known)", found: piece.quoted, column: piece.column)
        }
        return { exchange in exchange.holdings.contains(holding) }
    }
}
