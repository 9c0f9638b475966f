internal import CaptureReading
internal import Findings
internal import Redaction

/// What stands above the exchanges of a capture: collected while they pass, known when they have.
struct CaptureOverview {
    /// An exchange as a row of the index.
    struct Entry {
        /// The exchange in figures.
        var summary: ExchangeSummary

        /// The name of its place in the page; nil where the page has no article on it.
        var anchor: Anchor?
    }

    /// What a rule found in the whole capture.
    struct RuleEntry {
        /// The highest severity of its findings.
        var severity: Severity

        /// The rule's id.
        var rule: String

        /// What was found, as the gravest finding says it.
        var message: String

        /// How many places there are.
        var count: Int

        /// The first exchanges that have one.
        var exchanges: [(number: Int, anchor: Anchor?)]

        /// How many exchanges have one.
        var exchangeCount: Int
    }

    /// What is known of the capture before its first exchange.
    let heading: CaptureHeading

    /// Takes the secrets out.
    let redactor: Redactor

    /// The name of its place in the page.
    let anchor: Anchor

    /// The exchanges in the capture's order.
    private(set) var entries: [Entry] = []

    private var rules: [String: RuleEntry] = [:]
    private var hiddenSecrets: Set<SecretLedger.Mark> = []

    /// The most exchanges that are named beside a rule.
    private static let mostExchanges = 12

    /// Creates the overview of a capture that has not been read.
    init(_ heading: CaptureHeading, redactor: Redactor, anchor: Anchor) {
        self.heading = heading
        self.redactor = redactor
        self.anchor = anchor
    }

    /// Adds an exchange with what was found in it, and the place of its article; nil where the page has none.
    mutating func add(_ exchange: InspectedExchange, _ findings: [FindingEntry], at anchor: Anchor?) {
        let number = exchange.exchange.number
        entries.append(Entry(summary: ExchangeSummary(exchange), anchor: anchor))
        for finding in findings {
            let count = finding.places.count + finding.hiddenCount
            var entry =
                rules[finding.rule]
                ?? RuleEntry(
                    severity: finding.severity, rule: finding.rule, message: finding.message, count: 0, exchanges: [],
                    exchangeCount: 0)
            entry.count += count
            entry.exchangeCount += 1
            if entry.exchanges.count < CaptureOverview.mostExchanges {
                entry.exchanges.append((number, anchor))
            }
            if finding.severity > entry.severity {
                entry.severity = finding.severity
                entry.message = finding.message
            }
            rules[finding.rule] = entry
        }
        for secret in exchange.secrets {
            if let mark = redactor.mark(of: secret.value) { hiddenSecrets.insert(mark) }
        }
    }

    /// The rules that fired, the gravest first.
    var findings: [RuleEntry] {
        rules.values.sorted { left, right in
            FindingsSection.order(left.severity, left.rule) < FindingsSection.order(right.severity, right.rule)
        }
    }

    /// The name of the capture: its whole path where several are reported on.
    func name(showsFolders: Bool) -> String {
        redactor.redact(showsFolders ? heading.path : heading.name)
    }

    /// Size, format, number of exchanges, recorder.
    func facts(of capture: Capture) -> [Inline] {
        let recorder = capture.creator.map { program in
            [program.name, program.version].compactMap { word in word }.joined(separator: " ")
        }
        let facts = [
            Inline(Wording.count(entries.count, "exchange")), Inline(Wording.size(capture.byteCount)),
            Inline(Wording.kind(of: capture)),
            Inline(recorder.map { words in "recorded by \(redactor.redact(words))" } ?? ""),
        ]
        return facts.filter { fact in !fact.text.isEmpty }
    }

    /// Which secrets are hidden: `2 keys, 1 cookie`; nil where none was found.
    var hidden: String? {
        guard !hiddenSecrets.isEmpty else { return nil }
        let counts = Dictionary(grouping: hiddenSecrets, by: \.kind).mapValues(\.count)
        return counts.map { kind, count in Wording.count(count, kind.rawValue) }.sorted().joined(separator: ", ")
    }

    /// What is wrong in the capture outside any exchange.
    func defects(of capture: Capture) -> ArticleTable? {
        guard !capture.defects.isEmpty else { return nil }
        let rows = capture.defects.map { defect in
            let line = defect.location.map { location in "\(location.line)" }
            return ArticleTable.Row(cells: [
                Inline(line ?? "byte \(defect.place.byte)", .faint), Inline(redactor.redact(defect.message)),
            ])
        }
        return ArticleTable(
            caption: "Defects of the capture: \(rows.count)", headings: ["Line", "What is wrong"], rows: rows)
    }

    /// The first moment at which a request was sent and the milliseconds until the last answer had come; nil where the
    /// capture has no times.
    var span: (start: Timestamp, milliseconds: Double)? {
        var first: Timestamp?
        var last = 0.0
        for entry in entries {
            guard let start = entry.summary.startedAt else { continue }
            first = min(first ?? start, start)
            // A recorder may write any number: no exchange takes longer than a week.
            let duration = min(max(entry.summary.measuredDuration ?? 0, 0), 604_800_000)
            last = max(last, Double(start.microseconds) / 1000 + duration)
        }
        return first.map { first in (first, max(1, last - Double(first.microseconds) / 1000)) }
    }
}
