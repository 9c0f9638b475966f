internal import CaptureReading
internal import Conversation
internal import Findings

/// An exchange as a row of the table that begins a report on several.
struct ExchangeRow {
    /// The names of the columns.
    static let heading: [Inline] = ["#", "METHOD", "HOST", "MODEL", "STATUS", "TURNS", "TOKENS", "TIME", "FINDINGS"]

    /// The cells.
    let cells: [Inline]

    /// Creates the row of an exchange.
    init(_ exchange: InspectedExchange, _ wording: Wording) {
        let request = exchange.request
        let method = request?.method ?? request?.inferredMethod.map { method in "\(method)?" } ?? "-"
        let status = exchange.response?.status
        let worst = exchange.findings.map(\.severity).max()
        let rules = Set(exchange.findings.map(\.rule)).count
        cells = [
            Inline("\(exchange.exchange.number)"),
            Inline(wording.captured(method)),
            Preview(of: wording.captured(request?.host ?? "-"), columns: 60).inline(),
            Preview(of: wording.captured(exchange.prompt?.model ?? exchange.answer?.model ?? "-"), columns: 60)
                .inline(),
            Inline(
                status.map { status in "\(status)" } ?? "-",
                (200...299).contains(status ?? 200) ? .plain : .severity(.high)),
            Inline(exchange.prompt.map { prompt in "\(prompt.messages.count)" } ?? "-"),
            Inline(exchange.answer?.tokens?.total.map { total in "\(total)" } ?? "-"),
            Inline(Wording.duration(of: exchange).map { time in time.words } ?? "-"),
            Inline(rules == 0 ? "-" : "\(rules)", worst.map { severity in .severity(severity) } ?? .plain),
        ]
    }
}
