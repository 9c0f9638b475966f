internal import CaptureReading
internal import Findings

/// Shows the findings of a capture, grouped by rule, the gravest first.
struct FindingsSection {
    /// A rule's findings.
    private struct Group {
        var severity: Severity
        var rule: String
        var message: String
        var places: [Site]
        var count: Int

        /// Counts a further place, and lists it where there is room and it is another one.
        mutating func add(_ place: Site) {
            count += 1
            if places.count <= FindingsSection.mostPlaces, !places.contains(place) { places.append(place) }
        }
    }

    /// Where a finding stands: its exchange, and its line as `:38` or nothing.
    private struct Site: Equatable {
        var exchange: Int
        var line: String
    }

    private var groups: [Group] = []

    /// Whether a place is told with the number of its exchange, `#3:38`, as among several.
    var namesExchanges = false

    /// The least severity that is shown without being asked for.
    private static let shown = Severity.medium

    /// The most further places of a rule that are listed.
    fileprivate static let mostPlaces = 6

    /// Adds an exchange's findings.
    mutating func add(_ exchange: InspectedExchange, _ wording: Wording) {
        for finding in exchange.findings {
            add(
                finding.severity, rule: finding.rule, wording.captured(finding.message),
                line: wording.line(finding.place), exchange: exchange.exchange.number)
        }
    }

    /// Adds a finding: its message without secrets, and the line and the exchange where it stands.
    mutating func add(
        _ severity: Severity, rule: String, _ message: @autoclosure () -> String, line: String, exchange: Int
    ) {
        let place = Site(exchange: exchange, line: line)
        guard let known = groups.firstIndex(where: { group in group.rule == rule }) else {
            groups.append(Group(severity: severity, rule: rule, message: message(), places: [place], count: 1))
            return
        }
        groups[known].add(place)
        if severity > groups[known].severity {
            groups[known].severity = severity
            groups[known].message = message()
        }
    }

    /// The number of rules that fired, by severity.
    var counts: [Severity: Int] {
        groups.reduce(into: [:]) { counts, group in counts[group.severity, default: 0] += 1 }
    }

    /// The section.
    func block(isVerbose: Bool) -> Block {
        block(from: isVerbose ? .info : FindingsSection.shown)
    }

    /// The section with the rows of a severity and of those above it.
    func block(from least: Severity) -> Block {
        guard !groups.isEmpty else { return .section(Section("FINDINGS", lead: [Inline("none", .good)])) }
        let lead = Severity.allCases.reversed().compactMap { severity in
            counts[severity].map { count in Inline("\(count) \(severity.rawValue)", .severity(severity)) }
        }
        let sorted = groups.sorted { left, right in
            FindingsSection.order(left.severity, left.rule) < FindingsSection.order(right.severity, right.rule)
        }
        let rows = sorted.filter { group in group.severity >= least }.map(row)
        let hidden = sorted.count - rows.count
        let aside = hidden > 0 ? Inline("(\(Wording.count(sorted.count, "rule")), -v for all)", .faint) : nil
        return .section(
            Section(
                "FINDINGS", lead: lead, gap: 2, aside: aside,
                rows.isEmpty ? [] : [.rows(Rows(rows, indent: 1, gaps: [1, 2]))]))
    }

    private func row(_ group: Group) -> [Inline] {
        [
            Inline(group.severity.rawValue, .severity(group.severity)), Inline(group.rule),
            Inline(group.places.first.map(words) ?? ""),
            Inline(group.message) + Inline(further(group)),
        ]
    }

    private func words(_ place: Site) -> String {
        namesExchanges ? "#\(place.exchange)\(place.line)" : place.line
    }

    /// The other places of a rule: `(also :171)`, `(x4, also :97 :101 :105)`.
    private func further(_ group: Group) -> String {
        let others = group.places.dropFirst().map(words).filter { place in !place.isEmpty }
        guard group.count > 1 else { return "" }
        let isWhole = others.count == group.count - 1
        let times = isWhole && group.count == 2 ? [] : ["x\(group.count)"]
        let also = others.isEmpty ? [] : ["also \(others.joined(separator: " "))\(isWhole ? "" : " …")"]
        return " (\((times + also).joined(separator: ", ")))"
    }

    /// The place of a rule in a list: within a severity the families stand in the order of a reviewer's questions.
    static func order(_ severity: Severity, _ rule: String) -> (Int, Int, String) {
        let families = RuleFamily.allCases
        let family = RuleFamily(ofRule: rule).flatMap(families.firstIndex) ?? families.count
        return (-(Severity.allCases.firstIndex(of: severity) ?? 0), family, rule)
    }
}
