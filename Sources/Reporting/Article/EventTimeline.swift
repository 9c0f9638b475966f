/// The events of a stream, one after the other.
struct EventTimeline: Sendable {
    /// An event.
    struct Event: Sendable {
        /// The name of its place.
        var anchor: Anchor

        /// Its number, from 1.
        var number: Int

        /// The line of the capture where it begins.
        var line: Int

        /// How many bytes of the stream stand before it.
        var offset: Int

        /// The size of its data, in bytes.
        var size: Int

        /// Its type, as captured.
        var type: String

        /// The beginning of its data.
        var preview: Inline
    }

    /// The first events.
    var first: [Event] = []

    /// The last events, where those between are left out.
    var last: [Event] = []

    /// How many events stand between.
    var hiddenCount = 0

    /// The size of the largest event, in bytes; at least 1.
    var largest = 1

    /// The size of the stream, in bytes.
    var streamSize = 0
}
