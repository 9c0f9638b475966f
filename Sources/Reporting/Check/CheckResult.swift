public import Findings

/// What a check found.
public struct CheckResult: Sendable {
    /// The captures, in the order in which they were read.
    public let captures: [CheckedCapture]

    /// The findings, in the order of the captures.
    public let findings: [CheckedFinding]

    /// The rules that counted.
    public let rules: [RuleDescriptor]

    /// The entries of the baseline that nothing was found for.
    public let stale: [BaselineEntry]

    /// The baseline that accepts all that was found.
    ///
    /// - Parameter template: what new entries say of their reason, who accepts them and until when.
    /// - Returns: the baseline to write; entries that were there keep what they say.
    public func baseline(acceptingAs template: BaselineEntry) -> Baseline {
        match.updated(reading: paths, template: template, where: isActive)
    }

    private let match: BaselineMatch

    /// The captures that were read.
    private let paths: Set<String>

    /// Whether the rule of an entry counted.
    private let isActive: @Sendable (BaselineEntry) -> Bool

    /// Puts together what was found.
    init(captures: [CheckedCapture], findings: [CheckedFinding], rules: [RuleDescriptor], match: BaselineMatch) {
        self.captures = captures
        self.findings = findings
        self.rules = rules
        self.match = match
        paths = Set(captures.map(\.path))
        let ids = Set(rules.map(\.id))
        // The entry of a rule that there is no more is stale too.
        isActive = { entry in ids.contains(entry.rule) || RuleCatalog.descriptor(entry.rule) == nil }
        stale = match.stale(among: paths, where: isActive)
    }

    /// The rules that found nothing at all.
    public var passed: [RuleDescriptor] {
        let fired = Set(findings.map(\.rule))
        return rules.filter { rule in !fired.contains(rule.id) }
    }

    /// Whether a finding that was not accepted reaches a threshold.
    public func fails(at threshold: Threshold) -> Bool {
        findings.contains { finding in !finding.isAccepted && threshold.isReached(by: finding.severity) }
    }

    /// The rules that fired without being accepted, in one capture or in several, by the highest severity in any.
    var counts: [Severity: Int] {
        var worst: [String: Severity] = [:]
        for finding in findings where !finding.isAccepted {
            worst[finding.rule] = max(finding.severity, worst[finding.rule] ?? finding.severity)
        }
        return worst.values.reduce(into: [:]) { counts, severity in counts[severity, default: 0] += 1 }
    }

    /// How many findings were accepted, and how many were for a time that is over.
    var acceptances: (accepted: Int, expired: Int) {
        let expired = findings.count { finding in
            if case .expired = finding.verdict { true } else { false }
        }
        return (findings.count(where: \.isAccepted), expired)
    }
}
