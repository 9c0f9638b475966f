/// What is known of an AWS event stream when it has ended.
public struct AWSEventStreamEnd: Sendable, Equatable {
    /// How many messages were handed out.
    public let messages: Int

    /// What was damaged, in order.
    public let faults: [AWSEventStreamFault]

    /// The stream range of a message that the end of the stream cut; nil when the stream ended between two messages.
    public let incompleteTail: Range<Int>?

    /// Creates what is known.
    public init(messages: Int, faults: [AWSEventStreamFault], incompleteTail: Range<Int>?) {
        self.messages = messages
        self.faults = faults
        self.incompleteTail = incompleteTail
    }
}
