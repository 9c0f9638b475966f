public import CaptureReading

/// A rule's result at one place.
///
/// SARIF 2.1.0 §3.27, `result`
public struct Finding: Hashable, Sendable {
    /// The rule's id.
    public var rule: String

    /// The rule's name.
    public var name: String

    /// How much it matters.
    public var severity: Severity

    /// What was found, in one sentence that never quotes a secret.
    public var message: String

    /// Where it was found, in words that stay the same when the capture is formatted anew:
    /// `request.headers["x-goog-api-key"]`.
    public var logicalPlace: String

    /// Where it stands in the capture, or nil when it is about something that is not there.
    public var place: Place?

    /// Creates a finding.
    public init(rule: String, name: String, severity: Severity, message: String, logicalPlace: String, place: Place?) {
        self.rule = rule
        self.name = name
        self.severity = severity
        self.message = message
        self.logicalPlace = logicalPlace
        self.place = place
    }
}
