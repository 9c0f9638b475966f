internal import CaptureReading

/// Looks at an exchange for one thing.
///
/// A rule is one type in a file of its own and one line in `RuleCatalog`.
public protocol Rule: Sendable {
    /// What it is.
    static var descriptor: RuleDescriptor { get }

    /// Its findings in an exchange, one a place, in the capture's order.
    static func findings(in exchange: InspectedExchange) -> [Finding]
}

extension Rule {
    /// A finding of this rule; a severity is given only where it differs from the rule's.
    static func finding(_ message: String, where logicalPlace: String, at place: Place?, severity: Severity? = nil)
        -> Finding
    {
        Finding(
            rule: descriptor.id, name: descriptor.name, severity: severity ?? descriptor.severity, message: message,
            logicalPlace: logicalPlace, place: place)
    }
}
