internal import CaptureReading
internal import Findings

/// The table of all exchanges of a capture.
extension HTMLRenderer {
    /// A column of the index.
    private struct IndexColumn {
        /// What it is about.
        let content: ExchangeRow.Column

        /// Its width in characters; nil where the browser finds it.
        let width: Int?
    }

    /// The most rows whose widths the browser finds: it looks at every cell for that, each time that the page has grown.
    private static let mostFluidRows = 100

    /// How many rows of a long index the browser leaves aside together while they are off the screen.
    private static let rowsPerGroup = 50

    /// Adds the index.
    mutating func addIndex(of overview: CaptureOverview) {
        let span = overview.span
        let rows = overview.entries.map { entry in ExchangeRow(entry.summary, overview.redactor) }
        let columns = HTMLRenderer.columns(of: rows)
        html.element(.p, .class(.faint)) { html in
            guard let span else { return html.text("No timings in the capture: there is no waterfall.") }
            html.text(
                "From \(span.start) on, over \(Wording.duration(measured: span.milliseconds)). Bars: when each exchange ran."
            )
        }
        let calls = overview.entries.filter { entry in entry.summary.dialect != nil }
        let isMixed = !calls.isEmpty && calls.count < rows.count
        if isMixed { add(calls: calls, of: rows.count) }
        html.begin(
            .div, [.class(.scroll), .number(.tabIndex, 0), .own("role", "region"), .label("Index of exchanges")])
        let isSteady = rows.count > HTMLRenderer.mostFluidRows
        html.begin(.table, [isSteady ? .class(.index, .steady) : .class(.index)])
        html.element(.caption, text: "Index of exchanges")
        addHeadings(columns, hasWaterfall: span != nil)
        let groupSize = isSteady ? HTMLRenderer.rowsPerGroup : rows.count
        for start in stride(from: 0, to: rows.count, by: max(groupSize, 1)) {
            html.begin(.tbody)
            for index in start..<min(start + groupSize, rows.count) {
                let entry = overview.entries[index]
                html.begin(.tr, isMixed && entry.summary.dialect == nil ? [.class(.faint)] : [])
                add(entry, rows[index], columns, span)
                html.end(.tr)
            }
            html.end(.tbody)
        }
        html.end(.table)
        html.end(.div)
    }

    /// The most calls of models that are named above an index that holds others too.
    private static let mostCalls = 40

    /// Says which exchanges call a model: among hundreds that do not, they are what is looked for.
    private mutating func add(calls: [CaptureOverview.Entry], of count: Int) {
        html.element(.p, .class(.facts)) { html in
            let verb = calls.count == 1 ? "calls" : "call"
            html.element(
                .span, text: "\(calls.count.grouped) of \(Wording.count(count, "exchange")) \(verb) a model:")
            for entry in calls.prefix(HTMLRenderer.mostCalls) {
                html.text(" ")
                guard let anchor = entry.anchor else {
                    html.text("\(entry.summary.number)")
                    continue
                }
                html.element(.a, .link(anchor), text: "\(entry.summary.number)")
            }
            let rest = calls.count - HTMLRenderer.mostCalls
            if rest > 0 { html.element(.span, text: " and \(rest.grouped) more") }
        }
    }

    /// The columns in which something is known of any exchange.
    private static func columns(of rows: [ExchangeRow]) -> [IndexColumn] {
        ExchangeRow.Column.allCases.compactMap { column in
            var width = 0
            for row in rows {
                let cell = row.cell(column)
                if cell != ExchangeRow.unknown { width = max(width, SafeText.width(of: SafeText.escape(cell.text))) }
            }
            guard width > 0 else { return nil }
            let isSteady = rows.count > mostFluidRows
            // A heading has a sign beside it once it is sorted by.
            return IndexColumn(content: column, width: isSteady ? max(width, column.title.utf8.count + 1) : nil)
        }
    }

    private mutating func addHeadings(_ columns: [IndexColumn], hasWaterfall: Bool) {
        html.element(.thead) { html in
            html.element(.tr) { html in
                for column in columns {
                    let look = HTMLRenderer.isNumber(column.content) ? HTMLClass.numeric : .keyed
                    html.element(
                        .th, .own("scope", "col"), .cell(look, width: column.width), text: column.content.title)
                }
                if hasWaterfall { html.element(.th, .own("scope", "col"), .class(.timing), text: "Waterfall") }
            }
        }
    }

    private mutating func add(
        _ entry: CaptureOverview.Entry, _ row: ExchangeRow, _ columns: [IndexColumn],
        _ span: (start: Timestamp, milliseconds: Double)?
    ) {
        for column in columns {
            let cell = row.cell(column.content)
            if column.content == .number {
                let key = HTMLAttribute.number(.sortKey, entry.summary.number)
                html.element(.th, .own("scope", "row"), .cell(.numeric, width: column.width), key) { html in
                    guard let anchor = entry.anchor else { return html.add(cell) }
                    html.element(.a, .link(anchor), inline: cell)
                }
            } else if let key = HTMLRenderer.sortKey(of: column.content, entry.summary) {
                html.element(.td, .cell(.numeric, width: column.width), .number(.sortKey, key), inline: cell)
            } else if column.width != nil {
                html.element(.td, .cell(nil, width: column.width), inline: cell)
            } else {
                html.element(.td, inline: cell)
            }
        }
        if let span { add(waterfall: entry.summary, span) }
    }

    private static func isNumber(_ column: ExchangeRow.Column) -> Bool {
        switch column {
        case .number, .status, .turns, .tokens, .time, .findings: true
        case .method, .host, .path, .model: false
        }
    }

    /// What a column of numbers is sorted by; nil for a column of words.
    private static func sortKey(of column: ExchangeRow.Column, _ summary: ExchangeSummary) -> Int? {
        switch column {
        case .number: summary.number
        case .status: summary.status ?? -1
        case .turns: summary.turns ?? -1
        case .tokens: summary.tokens ?? -1
        case .time: summary.duration.map { time in Int(min(max(time, 0), 1e12).rounded()) } ?? -1
        case .findings:
            summary.severity.map { severity in
                (Severity.allCases.firstIndex(of: severity) ?? 0) * 1000 + summary.findings.count
            } ?? -1
        case .method, .host, .path, .model: nil
        }
    }

    /// A bar that says when an exchange ran.
    private mutating func add(
        waterfall summary: ExchangeSummary, _ span: (start: Timestamp, milliseconds: Double)
    ) {
        html.begin(.td, [.class(.timing)])
        if let startedAt = summary.startedAt {
            let start = Double(startedAt.microseconds - span.start.microseconds) / 1000
            let duration = min(max(summary.measuredDuration ?? 0, 0), span.milliseconds)
            let words =
                "after \(Wording.duration(measured: start)), "
                + (summary.measuredDuration.map { time in "for \(Wording.duration(measured: time))" }
                    ?? "for an unknown time")
            // An element and no drawing: a browser takes a second for two thousand of those.
            let percent = 100 / span.milliseconds
            html.element(
                .i, .bar(start: Int(start * percent), length: Int((duration * percent).rounded())), .own("role", "img"),
                .tip(words))
        }
        html.end(.td)
    }
}
