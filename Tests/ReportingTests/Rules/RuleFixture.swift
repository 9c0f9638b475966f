import Findings

extension RuleDescriptor {
    /// A rule with texts of its own where a test needs them.
    static func made(
        _ id: String, _ name: String = "odd-thing", severity: Severity = .low, summary: String = "A thing is odd.",
        references: [String] = ["RFC 1 §1"], flagged: [String] = ["GET /a HTTP/1.1\n"], clean: [String] = ["GET /b\n"]
    ) -> RuleDescriptor {
        RuleDescriptor(
            id: id, name: name, severity: severity, summary: summary, why: "It is not even.", references: references,
            flagged: flagged, clean: clean)
    }
}
