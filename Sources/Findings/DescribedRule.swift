internal import CaptureReading

/// What a rule of any sort is: it says of itself what it looks for and why.
public protocol DescribedRule: Sendable {
    /// What it is.
    static var descriptor: RuleDescriptor { get }
}

extension DescribedRule {
    /// A finding of this rule; a severity is given only where it differs from the rule's.
    static func finding(_ message: String, where logicalPlace: String, at place: Place?, severity: Severity? = nil)
        -> Finding
    {
        Finding(
            rule: descriptor.id, name: descriptor.name, severity: severity ?? descriptor.severity, message: message,
            logicalPlace: logicalPlace, place: place)
    }
}
