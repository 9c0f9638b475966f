internal import CaptureReading
public import Findings

/// What a check found, for people: the findings of each capture grouped by rule, then the baseline, then the verdict.
public struct CheckText {
    /// The lines, each with a line feed at its end.
    public let text: String

    /// Lays a result out.
    ///
    /// - Parameters:
    ///   - result: what was found.
    ///   - threshold: from which severity on findings fail the check.
    ///   - update: what was written so that all of them are accepted, in words; nil where nothing was.
    ///   - options: how lines are laid out; where everything is said, all findings and the rules that found nothing are.
    public init(of result: CheckResult, threshold: Threshold, update: String? = nil, options: TextOptions) {
        var renderer = TextRenderer(options)
        for block in CheckText.captures(result, threshold, isVerbose: options.isVerbose) { renderer.render([block]) }
        renderer.render(CheckText.baseline(result))
        if options.isVerbose { renderer.render(CheckText.passed(result)) }
        renderer.render([CheckText.verdict(result, threshold, update)])
        text = renderer.text
    }

    /// The captures that have something to show.
    private static func captures(_ result: CheckResult, _ threshold: Threshold, isVerbose: Bool) -> [Block] {
        // What fails the check is shown, whatever else is not.
        let usual = min(threshold.severity ?? .medium, .medium)
        let least = isVerbose ? Severity.info : usual
        var sections = [FindingsSection](repeating: FindingsSection(), count: result.captures.count)
        for finding in result.findings where !finding.isAccepted {
            let line = finding.location.map { location in ":\(location.line)" } ?? ""
            sections[finding.capture].add(
                finding.severity, rule: finding.rule, finding.message, line: line, exchange: finding.exchange)
        }
        for (index, capture) in result.captures.enumerated() {
            sections[index].namesExchanges = capture.exchangeCount > 1
        }
        return zip(result.captures, sections).flatMap { capture, section -> [Block] in
            guard isVerbose || section.counts.keys.contains(where: { severity in severity >= least }) else { return [] }
            let facts = [
                Inline(capture.path, .strong), Inline(capture.format.rawValue),
                Inline(Wording.count(capture.exchangeCount, "exchange")),
            ]
            return [.facts(facts, gap: 3), section.block(from: least), .gap]
        }
    }

    /// What the baseline took away, and what in it needs somebody's eye.
    private static func baseline(_ result: CheckResult) -> [Block] {
        let (accepted, expired) = result.acceptances
        var lead: [Inline] = []
        if accepted > 0 { lead.append(Inline("\(accepted) accepted")) }
        if expired > 0 { lead.append(Inline("\(expired) expired", .severity(.medium))) }
        if !result.stale.isEmpty { lead.append(Inline("\(result.stale.count) stale", .severity(.low))) }
        guard !lead.isEmpty else { return [] }
        var rows = result.findings.compactMap { finding -> [Inline]? in
            guard case .expired(let entry) = finding.verdict else { return nil }
            return row("expired", entry)
        }
        rows += result.stale.map { entry in row("stale", entry) }
        let listed = rows.isEmpty ? [] : [Block.rows(Rows(rows, indent: 1, gaps: [1, 2]))]
        return [.section(Section("BASELINE", lead: lead, gap: 2, listed)), .gap]
    }

    private static func row(_ state: String, _ entry: BaselineEntry) -> [Inline] {
        [
            Inline(state, .faint), Inline(entry.rule), Inline(entry.path), Inline(entry.fingerprint, .faint),
            Inline(entry.reason),
        ]
    }

    /// The rules that looked and found nothing.
    private static func passed(_ result: CheckResult) -> [Block] {
        let passed = result.passed
        guard !passed.isEmpty else { return [] }
        let rows = passed.map { rule in [Inline(rule.id), Inline(rule.name), Inline(rule.summary, .faint)] }
        let lead = [Inline(Wording.count(passed.count, "rule") + " found nothing", .good)]
        return [.section(Section("PASSED", lead: lead, [.rows(Rows(rows, indent: 1))])), .gap]
    }

    private static func verdict(_ result: CheckResult, _ threshold: Threshold, _ update: String?) -> Block {
        let exchanges = result.captures.map(\.exchangeCount).reduce(0, +)
        let extent = "\(Wording.count(result.captures.count, "capture")), \(Wording.count(exchanges, "exchange"))"
        if let update {
            return .facts([Inline("CHECK", .strong), Inline("accepted: \(update)"), Inline(extent, .faint)], gap: 2)
        }
        guard let least = threshold.severity else {
            return .facts([Inline("CHECK", .strong), Inline("no severity fails it"), Inline(extent, .faint)], gap: 2)
        }
        let failing = Set(
            result.findings.filter { finding in !finding.isAccepted && threshold.isReached(by: finding.severity) }
                .map(\.rule)
        ).count
        let above = least == .critical ? "critical" : "\(least.rawValue) or above"
        let words =
            failing == 0
            ? Inline("passed: nothing \(above)", .good)
            : Inline("failed: \(Wording.count(failing, "rule")) \(above)", .severity(least))
        return .facts([Inline("CHECK", .strong), words, Inline(extent, .faint)], gap: 2)
    }
}
