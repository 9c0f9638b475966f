/// What is known of an event stream when it has ended.
public struct EventStreamEnd: Sendable, Equatable {
    /// How many events were dispatched.
    public let events: Int

    /// How many comment lines there were; one that the end of the stream cut does not count.
    public let comments: Int

    /// The reconnection time that the last valid `retry` field sets, in milliseconds; nil when there is none.
    ///
    /// A field of ASCII digits alone is valid. A number that `Int` cannot hold is cut down to `Int.max`.
    public let retry: Int?

    /// The last event ID as the last blank line left it; empty when the stream has set none.
    ///
    /// An `id` field that no blank line follows does not count: the standard takes an ID over at dispatch.
    public let lastEventID: String

    /// What was never dispatched; nil when the stream ended between two events.
    ///
    /// Whole lines behind the last blank line count only if they give data or a type: after an `id` field alone, with
    /// comments or without, this is nil and the pending ID is dropped.
    public let incompleteTail: IncompleteEvent?

    /// The stream ranges of lines that the standard ignores because no field has their name, in order.
    ///
    /// A body that is no event stream stands here, and so does a JSON error that a server wrote in place of events or
    /// after them. A range covers consecutive lines, from the first byte of the first to the end of the last without
    /// its line end; blank lines and comments divide ranges. A last line that the end of the stream cut is included.
    public let ignoredRuns: [Range<Int>]
}
