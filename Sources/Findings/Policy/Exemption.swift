/// A rule that does not count: everywhere, or on some hosts, or in captures of some paths.
public struct Exemption: Hashable, Sendable {
    /// The rule.
    public var rule: RulePattern

    /// The hosts that it does not count for, `*` and `?` allowed; nil for all.
    public var host: String?

    /// The paths of captures that it does not count in, `*` (slashes too) and `?` allowed; nil for all.
    public var path: String?

    /// Creates an exemption.
    public init(rule: RulePattern, host: String? = nil, path: String? = nil) {
        self.rule = rule
        self.host = host
        self.path = path
    }

    /// Whether the rule counts nowhere.
    var isEverywhere: Bool { host == nil && path == nil }

    /// Whether a finding does not count.
    ///
    /// - Parameters:
    ///   - finding: the finding.
    ///   - host: the host of its exchange; without one no exemption of hosts holds.
    ///   - path: the path of its capture.
    /// - Returns: whether rule, host and path are all meant.
    func holds(for finding: Finding, host: String?, path: String) -> Bool {
        guard rule.matches(id: finding.rule, name: finding.name) else { return false }
        if let pattern = self.host {
            guard let host, FilterPattern(pattern).matches(host) else { return false }
        }
        return self.path.map { pattern in FilterPattern(pattern).matches(path) } ?? true
    }
}
