/// A rule that images are checked against.
public struct ImageRule: Sendable, Hashable {
    /// The id, as reports show it: `CHK-CRC`.
    public let id: String

    /// How much a breach matters.
    public let severity: ImageSeverity

    /// The clause of the format's specification, or what else the rule comes from.
    public let clause: String

    /// Creates a rule.
    init(_ id: String, _ severity: ImageSeverity, _ clause: String) {
        self.id = id
        self.severity = severity
        self.clause = clause
    }

    /// The same rule for a part of the image that is checked like the whole: `FR.` for frames of an animation.
    func within(_ prefix: String) -> ImageRule {
        prefix.isEmpty ? self : ImageRule(prefix + id, severity, clause)
    }
}
