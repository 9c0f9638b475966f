/// Why a message ended: the provider's word beside ours.
public struct FinishReason: Hashable, Sendable {
    /// The provider's word, verbatim.
    public var raw: String

    /// What it means, or nil when that is not known.
    public var unified: Unified?

    /// Creates a reason.
    public init(raw: String, unified: Unified?) {
        self.raw = raw
        self.unified = unified
    }

    /// What the providers' words come down to.
    public enum Unified: String, Sendable {
        /// The model had said what it had to say, or met a stop sequence.
        case stop

        /// A limit of tokens.
        case length

        /// A filter.
        case contentFilter = "content_filter"

        /// A call that the client has to answer.
        case toolCall = "tool_call"

        /// The context was condensed.
        case compaction

        /// A failure.
        case error
    }
}
