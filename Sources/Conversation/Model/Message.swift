public import JSONReading

/// A turn of a conversation, or one of the alternatives of an answer.
public struct Message: Sendable {
    /// The number of the alternative, from 0; 0 for the turns of a prompt.
    public var index: Int

    /// The role, verbatim, or nil when the capture has none.
    public var role: String?

    /// The parts in order.
    public var parts: [MessagePart]

    /// Why it ended, or nil when that was not said.
    public var finishReason: FinishReason?

    /// What the provider says beside the parts, by its own names: ratings, citations, probabilities.
    public var details: [MessageDetail]

    /// Creates a message.
    public init(
        index: Int = 0, role: String?, parts: [MessagePart], finishReason: FinishReason? = nil,
        details: [MessageDetail] = []
    ) {
        self.index = index
        self.role = role
        self.parts = parts
        self.finishReason = finishReason
        self.details = details
    }

    /// The texts of its parts, joined.
    public var text: String {
        parts.compactMap(\.text).joined()
    }
}

/// A fact that stands beside a message's parts.
public struct MessageDetail: Sendable {
    /// The provider's name for it.
    public var name: String

    /// What was said, in order: one value, or several when the pieces of a stream each said their own.
    public var values: [JSONValue]

    /// Creates a detail.
    public init(name: String, values: [JSONValue]) {
        self.name = name
        self.values = values
    }
}
