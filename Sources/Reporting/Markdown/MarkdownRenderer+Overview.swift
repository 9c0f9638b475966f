internal import CaptureReading
internal import Findings

/// What stands above the exchanges of a capture.
extension MarkdownRenderer {
    /// The most exchanges that the index lists, unless all are asked for.
    private static let mostRows = 60

    /// Facts, secrets, defects, and where there are several exchanges their index and what was found in all of them.
    func text(_ overview: CaptureOverview, of capture: Capture) -> String {
        let name = MarkdownText.inline(overview.name(showsFolders: options.showsFolders))
        let words = overview.facts(of: capture).map { fact in MarkdownText.inline(fact) }.joined(separator: " · ")
        let secrets =
            options.showsSecrets
            ? "**SECRETS ARE SHOWN: do not share this report.**"
            : overview.hidden.map { hidden in "Redacted: \(hidden)." } ?? "Redacted: no secret found."
        var parts = ["## \(name)\n", "\(words)\n", secrets + "\n"]
        if let defects = overview.defects(of: capture) { parts.append(text(defects)) }
        if overview.entries.count > 1 { parts += [index(of: overview), findings(of: overview)] }
        return parts.joined(separator: "\n")
    }

    private func index(of overview: CaptureOverview) -> String {
        let most = options.isVerbose ? Int.max : MarkdownRenderer.mostRows
        let rows = overview.entries.prefix(most).map { entry in
            let row = ExchangeRow(entry.summary, overview.redactor)
            return ExchangeRow.reported.map { column in MarkdownText.inline(row.cell(column), isCell: true) }
        }
        let hidden = overview.entries.count - rows.count
        return MarkdownRenderer.table(ExchangeRow.reported.map(\.title), rows)
            + (hidden > 0 ? "\n*[\(Wording.count(hidden, "exchange")) more]*\n" : "")
    }

    private func findings(of overview: CaptureOverview) -> String {
        guard !overview.findings.isEmpty else { return "No findings.\n" }
        let rows = overview.findings.map { finding in
            let numbers = finding.exchanges.map { exchange in "\(exchange.number)" }.joined(separator: ", ")
            let rest = finding.exchangeCount - finding.exchanges.count
            return [
                finding.severity.rawValue, MarkdownText.inline(finding.rule, isCell: true), "\(finding.count)",
                numbers + (rest > 0 ? " and \(rest) more" : ""), MarkdownText.inline(finding.message, isCell: true),
            ]
        }
        return MarkdownRenderer.table(["Severity", "Rule", "Places", "Exchanges", "Finding"], rows)
    }
}
