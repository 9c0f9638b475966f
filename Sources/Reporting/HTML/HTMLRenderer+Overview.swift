internal import CaptureReading
internal import Findings

/// What stands above the exchanges: facts of the capture, and where there are several of them their index.
extension HTMLRenderer {
    /// Adds the overview of a capture that has been read.
    mutating func add(_ overview: CaptureOverview, of capture: Capture, options: PageOptions) {
        html.begin(.header, [.class(.overview), .own("slot", "top"), .id(overview.anchor)])
        // Of one capture alone the page's heading has the name.
        if options.showsFolders { html.element(.h2, text: overview.name(showsFolders: true)) }
        html.element(.p, .class(.facts)) { html in
            html.add(overview.facts(of: capture))
            html.text(" ")
            if options.showsSecrets {
                html.element(.b, .class(.banner, .critical), text: "SECRETS ARE SHOWN: do not share this page")
            } else {
                html.element(
                    .span, .class(.banner, .good),
                    text: overview.hidden.map { words in "redacted: \(words)" } ?? "redacted: no secret found")
            }
        }
        if let defects = overview.defects(of: capture) { add(defects) }
        if overview.entries.count > 1 {
            addIndex(of: overview)
            add(overview.findings)
        }
        let rest = overview.entries.count { entry in entry.anchor == nil }
        if rest > 0 {
            html.element(
                .p, .class(.medium),
                text: "\(rest.grouped) exchanges stand in the index alone: --only NUMBERS shows them, -v shows all.")
        }
        if overview.entries.isEmpty { html.element(.p, text: "No exchange.") }
        html.end(.header)
    }

    // MARK: The index

    /// The columns in which something is known of any exchange.
    private static func columns(of overview: CaptureOverview) -> [ExchangeRow.Column] {
        ExchangeRow.Column.allCases.filter { column in
            overview.entries.contains { entry in
                ExchangeRow(entry.summary, overview.redactor).cell(column) != ExchangeRow.unknown
            }
        }
    }

    private mutating func addIndex(of overview: CaptureOverview) {
        let span = overview.span
        let columns = HTMLRenderer.columns(of: overview)
        html.element(.p, .class(.faint)) { html in
            guard let span else { return html.text("No timings in the capture: there is no waterfall.") }
            html.text(
                "From \(span.start) on, over \(Wording.duration(measured: span.milliseconds)). Bars: when each exchange ran."
            )
        }
        html.begin(
            .div, [.class(.scroll), .number(.tabIndex, 0), .own("role", "region"), .label("Index of exchanges")])
        html.begin(.table, [.class(.index)])
        html.element(.caption, text: "Index of exchanges")
        html.element(.thead) { html in
            html.element(.tr) { html in
                for column in columns {
                    html.element(
                        .th, .own("scope", "col"), .class(HTMLRenderer.isNumber(column) ? .numeric : .keyed),
                        text: column.title)
                }
                if span != nil { html.element(.th, .own("scope", "col"), .class(.timing), text: "Waterfall") }
            }
        }
        html.begin(.tbody)
        for entry in overview.entries { add(entry, columns, overview, span) }
        html.end(.tbody)
        html.end(.table)
        html.end(.div)
    }

    private static func isNumber(_ column: ExchangeRow.Column) -> Bool {
        switch column {
        case .number, .status, .turns, .tokens, .time, .findings: true
        case .method, .host, .path, .model: false
        }
    }

    private mutating func add(
        _ entry: CaptureOverview.Entry, _ columns: [ExchangeRow.Column], _ overview: CaptureOverview,
        _ span: (start: Timestamp, milliseconds: Double)?
    ) {
        let row = ExchangeRow(entry.summary, overview.redactor)
        html.begin(.tr)
        for column in columns {
            let cell = row.cell(column)
            if column == .number {
                html.element(.th, .own("scope", "row"), .class(.numeric), .number(.sortKey, entry.summary.number)) {
                    html in
                    guard let anchor = entry.anchor else { return html.add(cell) }
                    html.element(.a, .link(anchor), inline: cell)
                }
            } else if let key = HTMLRenderer.sortKey(of: column, entry.summary) {
                html.element(.td, .class(.numeric), .number(.sortKey, key), inline: cell)
            } else {
                html.element(.td, inline: cell)
            }
        }
        if let span { add(waterfall: entry.summary, span) }
        html.end(.tr)
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
