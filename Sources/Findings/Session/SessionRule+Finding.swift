internal import CaptureReading

extension SessionRule {
    /// A finding of this rule.
    static func finding(_ message: String, where logicalPlace: String, at place: Place?) -> Finding {
        Finding(
            rule: descriptor.id, name: descriptor.name, severity: descriptor.severity, message: message,
            logicalPlace: logicalPlace, place: place)
    }
}
