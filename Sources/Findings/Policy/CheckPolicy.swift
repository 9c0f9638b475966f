/// What counts in a check: which rules, where, and what was accepted before.
public struct CheckPolicy: Sendable {
    /// The rules that count; empty for all.
    public var rules: [RulePattern]

    /// The rules that do not, or not everywhere.
    public var exemptions: [Exemption]

    /// What was accepted.
    public var baseline: Baseline

    /// The day by which acceptances are judged; nil for none, so that all of them hold.
    public var day: CalendarDay?

    /// Creates a policy; the default one counts everything.
    public init(
        rules: [RulePattern] = [], exemptions: [Exemption] = [], baseline: Baseline = Baseline(),
        day: CalendarDay? = nil
    ) {
        self.rules = rules
        self.exemptions = exemptions
        self.baseline = baseline
        self.day = day
    }

    /// Whether a rule counts anywhere.
    public func isActive(_ rule: RuleDescriptor) -> Bool {
        isChosen(id: rule.id, name: rule.name)
            && !exemptions.contains { exemption in exemption.isEverywhere && exemption.rule.matches(rule) }
    }

    /// Whether a finding counts.
    ///
    /// - Parameters:
    ///   - finding: the finding.
    ///   - host: the host of its exchange, if it has one.
    ///   - path: the path of its capture.
    /// - Returns: whether its rule is chosen and no exemption holds for it.
    public func counts(_ finding: Finding, host: String?, path: String) -> Bool {
        isChosen(id: finding.rule, name: finding.name)
            && !exemptions.contains { exemption in exemption.holds(for: finding, host: host, path: path) }
    }

    private func isChosen(id: String, name: String) -> Bool {
        rules.isEmpty || rules.contains { pattern in pattern.matches(id: id, name: name) }
    }
}
