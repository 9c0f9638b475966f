public import CaptureReading
public import Findings

/// A finding as a check keeps it when its exchange is gone: without secrets, and with all that tells where it is.
public struct CheckedFinding: Sendable {
    /// The id of the rule.
    public let rule: String

    /// The name of the rule.
    public let name: String

    /// How much it matters.
    public let severity: Severity

    /// What was found, in one sentence.
    public let message: String

    /// The capture, by its place among those that were read, from 0.
    public let capture: Int

    /// The number of the exchange in its capture.
    public let exchange: Int

    /// Where it was found, in words: `request.headers["x-goog-api-key"]`.
    public let logicalPlace: String

    /// A name for it that stays the same while lines move.
    public let fingerprint: String

    /// How many findings of this fingerprint the capture has up to this one, from 1.
    public let occurrence: Int

    /// Where it stands in the capture; nil when it is about something that is not there.
    public let location: Location?

    /// Where it stands in a decoded value; nil where the capture has its bytes as they are.
    public let within: DecodedPlace?

    /// What the baseline says of it.
    public let verdict: BaselineMatch.Verdict

    /// Whether it was accepted, and for a time that is not over.
    public var isAccepted: Bool {
        guard case .accepted = verdict else { return false }
        return true
    }
}
