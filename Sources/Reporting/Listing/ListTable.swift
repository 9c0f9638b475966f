internal import CaptureReading
internal import Findings
internal import Redaction

/// The exchanges of a capture as a table for people.
struct ListTable {
    /// The lines.
    let text: String

    /// Lays exchanges out in the order in which they are given.
    init(
        of exchanges: [ExchangeSummary], in heading: CaptureHeading, _ capture: Capture, redactor: Redactor,
        options: TextOptions
    ) {
        var renderer = TextRenderer(options)
        let name = options.showsFolders ? heading.path : heading.name
        let facts = [
            Inline(redactor.redact(name), .strong), Inline(Wording.size(capture.byteCount)),
            Inline(Wording.kind(of: capture)), Inline(Wording.count(exchanges.count, "exchange")),
        ]
        renderer.render([.facts(facts, gap: 3), .gap])
        let rows = exchanges.map { exchange in
            let row = ExchangeRow(exchange, redactor)
            return ExchangeRow.Column.allCases.map(row.cell)
        }
        renderer.render([rows.isEmpty ? .remark(Inline("no exchange", .faint)) : .rows(ListTable.table(of: rows))])
        for defect in capture.defects {
            let line = defect.location.map { location in ":\(location.line)" } ?? "byte \(defect.place.byte)"
            renderer.render([.rows(Rows([[Inline(line, .faint), Inline(redactor.redact(defect.message))]], indent: 0))])
        }
        text = renderer.text
    }

    /// The table, without the columns in which nothing is known of any exchange.
    private static func table(of rows: [[Inline]]) -> Rows {
        let columns = ExchangeRow.Column.allCases.enumerated().filter { index, _ in
            rows.contains { row in row[index] != ExchangeRow.unknown }
        }
        let heading = columns.map { _, column in Inline(column.rawValue) }
        let flexible = columns.indices.filter { position in columns[position].element.isFlexible }
        let cells = rows.map { row in columns.map { index, _ in row[index] } }
        return Rows([heading] + cells, hasHeading: true, indent: 0, flexible: flexible)
    }
}
