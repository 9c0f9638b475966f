public import CaptureReading
public import JSONReading

/// What came back, put together from its pieces.
public struct Answer: Sendable {
    /// The provider's id of the answer.
    public var id: String?

    /// The model that answered.
    public var model: String?

    /// The alternatives, each a message.
    public var messages: [Message]

    /// The provider's own account of tokens, verbatim.
    public var usage: JSONValue?

    /// Where that account stands.
    public var usagePlace: Place?

    /// The account in comparable numbers.
    public var tokens: TokenUsage?

    /// Whether the answer said that it ended, by the rule of its dialect.
    public var isComplete: Bool

    /// The provider's error object; what was said before it stands in `messages`.
    public var error: JSONValue?

    /// Where the error stands.
    public var errorPlace: Place?

    /// What the provider said of the prompt first: how its filters rated it.
    public var promptFeedback: JSONValue?

    /// Where that stands.
    public var promptFeedbackPlace: Place?

    /// Why the prompt was blocked, in the provider's word; nil when it was not.
    public var blockReason: String?

    /// Where that stands.
    public var blockReasonPlace: Place?

    /// The provider's sentence on why the prompt was blocked.
    public var blockReasonMessage: String?

    /// The pieces it was put together from: events of a stream, elements of an array; nil for a whole answer.
    public var eventCount: Int?

    /// Further answers that the same body holds, in order: several responses pasted into one recording.
    public var alternatives: [Answer]

    /// What stands beside the messages, by the provider's own names.
    public var details: [MessageDetail]

    /// What was odd on the way here.
    public var warnings: [AnswerWarning]

    /// Creates an answer.
    public init(isComplete: Bool = false, messages: [Message] = []) {
        self.isComplete = isComplete
        self.messages = messages
        alternatives = []
        details = []
        warnings = []
    }

    /// The first value of a detail, as a string.
    public func detail(_ name: String) -> String? {
        details.first { detail in detail.name == name }?.values.first?.string
    }
}
