/// How much a finding matters.
public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// A fact: for comparison.
    case info

    /// Hygiene.
    case low

    /// The capture or the answer is not to be trusted.
    case medium

    /// A protection is off, or data go to a third party.
    case high

    /// A credential that can be used: act now.
    case critical

    /// Orders from `info` to `critical`.
    public static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .info: 0
        case .low: 1
        case .medium: 2
        case .high: 3
        case .critical: 4
        }
    }
}
