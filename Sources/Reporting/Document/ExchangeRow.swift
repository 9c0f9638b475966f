internal import CaptureReading
internal import Findings
internal import Redaction

/// An exchange as a row of a table, which begins a report on several and is all that a list has.
struct ExchangeRow {
    /// A column of the table.
    enum Column: String, CaseIterable {
        case number = "#"
        case method = "METHOD"
        case host = "HOST"
        case path = "PATH"
        case model = "MODEL"
        case status = "STATUS"
        case turns = "TURNS"
        case tokens = "TOKENS"
        case time = "TIME"
        case findings = "FINDINGS"

        /// Whether its cells are captured words, which may be shortened.
        var isFlexible: Bool { self == .host || self == .path || self == .model }

        /// Its name where headings are no capitals: `Host`.
        var title: String { rawValue.prefix(1) + rawValue.dropFirst().lowercased() }
    }

    /// The columns of the table that begins a report.
    static let reported = Column.allCases.filter { column in column != .path }

    private let exchange: ExchangeSummary
    private let redactor: Redactor

    /// What stands for what is not known.
    static let unknown = Inline("-")

    /// The most columns of a terminal that a captured word takes.
    private static let mostColumns = 60

    /// Creates the row of an exchange.
    init(_ exchange: ExchangeSummary, _ redactor: Redactor) {
        self.exchange = exchange
        self.redactor = redactor
    }

    /// The cell of a column.
    func cell(_ column: Column) -> Inline {
        switch column {
        case .number: Inline("\(exchange.number)")
        case .method: method.map { method in Inline(method) } ?? ExchangeRow.unknown
        case .host: preview(of: exchange.host)
        case .path: preview(of: exchange.path)
        case .model: preview(of: exchange.model)
        case .status: status
        case .turns: count(exchange.turns)
        case .tokens: count(exchange.tokens)
        case .time:
            exchange.duration.map { time in
                Inline(Wording.duration(measured: time) + (exchange.measuredDuration == nil ? "*" : ""))
            } ?? ExchangeRow.unknown
        case .findings:
            exchange.severity.map { severity in Inline("\(exchange.findings.count)", .severity(severity)) }
                ?? ExchangeRow.unknown
        }
    }

    private var method: String? {
        exchange.method.map { method in redactor.redact(method) + (exchange.isMethodInferred ? "?" : "") }
    }

    private var status: Inline {
        guard let status = exchange.status else { return ExchangeRow.unknown }
        return Inline("\(status)", (200...299).contains(status) ? .plain : .severity(.high))
    }

    private func count(_ number: Int?) -> Inline {
        number.map { number in Inline("\(number)") } ?? ExchangeRow.unknown
    }

    private func preview(of text: String?) -> Inline {
        guard let text else { return ExchangeRow.unknown }
        return Preview(of: redactor.redact(text), columns: ExchangeRow.mostColumns).inline()
    }
}
