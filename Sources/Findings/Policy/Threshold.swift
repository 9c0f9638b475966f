/// From which severity on findings fail a check.
public enum Threshold: String, CaseIterable, Sendable {
    /// From this severity on.
    case critical, high, medium, low, info

    /// None does.
    case none

    /// The least severity that fails; nil when none does.
    public var severity: Severity? { Severity(rawValue: rawValue) }

    /// Whether a finding of a severity fails the check.
    public func isReached(by severity: Severity) -> Bool {
        self.severity.map { least in severity >= least } ?? false
    }
}
