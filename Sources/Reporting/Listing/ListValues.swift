internal import Findings
internal import Redaction

/// The exchanges of a capture as values between tabs, a line each.
///
/// The first nine columns are those of the table in a report; times are in milliseconds, sizes in bytes. Nothing stands
/// for what is not known or was worked out. A value never holds a tab or a line end, and none begins as spreadsheets take for a formula.
struct ListValues {
    /// The names of the columns.
    static let heading =
        [
            "number", "method", "host", "model", "status", "turns", "tokens", "time", "findings", "severity", "path",
            "type", "size", "dialect", "capture",
        ].joined(separator: "\t") + "\n"

    /// The lines.
    let text: String

    /// Lays exchanges out in the order in which they are given.
    init(of exchanges: [ExchangeSummary], in capture: CaptureHeading, redactor: Redactor) {
        var lines = ""
        for exchange in exchanges {
            let captured = { (text: String?) in text.map { text in ListValues.cell(redactor.redact(text)) } }
            let values: [String?] = [
                "\(exchange.number)", captured(exchange.method), captured(exchange.host), captured(exchange.model),
                exchange.status.map(String.init), exchange.turns.map(String.init), exchange.tokens.map(String.init),
                exchange.measuredDuration.map(ListValues.number), "\(exchange.findings.count)",
                exchange.severity?.rawValue,
                captured(exchange.path), captured(exchange.mediaType), exchange.size.map(String.init), exchange.dialect,
                captured(capture.path),
            ]
            lines += values.map { value in value ?? "" }.joined(separator: "\t") + "\n"
        }
        text = lines
    }

    /// A number without a fraction where it has none.
    private static func number(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? number.description
    }

    /// A captured text as a cell: escaped, and with an apostrophe before what a spreadsheet would run.
    ///
    /// OWASP, "CSV Injection"
    private static func cell(_ text: String) -> String {
        let text = SafeText.escape(text)
        return text.utf8.count > 1 && "=+-@".utf8.contains(text.utf8[text.utf8.startIndex]) ? "'" + text : text
    }
}
