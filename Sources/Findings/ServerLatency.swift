internal import CaptureReading
internal import Conversation

/// How long an answer took by its servers' own clocks: what is left where a capture has no timings.
public struct ServerLatency: Hashable, Sendable {
    /// The time in milliseconds, rounded; as precise as the second clock, which has steps of a second.
    public let milliseconds: Int

    /// From which clock to which: `createTime to Date`.
    public let from: String

    /// What the clocks said: `createTime 03:30:02.361 to Date 03:30:10, Date has 1 s steps`.
    public let words: String

    /// The time between the two; nil when the second is before the first.
    init?(createTime: Timestamp, date: Timestamp) {
        guard createTime <= date else { return nil }
        milliseconds = (date.microseconds - createTime.microseconds + 500) / 1_000
        from = "createTime to Date"
        let times = (createTime.timeOfDay(fractionDigits: 3), date.timeOfDay(fractionDigits: 0))
        words = "createTime \(times.0) to Date \(times.1), Date has 1 s steps"
    }
}

extension InspectedExchange {
    /// How long the answer took by its servers' clocks: from when the back end took the request to when the front end
    /// sent the answer.
    ///
    /// Nil without a `createTime` in the answer (Vertex AI sends one) or a `Date` in the header section, and when
    /// they contradict each other.
    public var serverLatency: ServerLatency? {
        guard let begin = answer?.detail("createTime") ?? answer?.detail("create_time"),
            let end = responseFields.value("date"), let createTime = Timestamp(rfc3339: begin),
            let date = Timestamp(httpDate: end)
        else { return nil }
        return ServerLatency(createTime: createTime, date: date)
    }
}
