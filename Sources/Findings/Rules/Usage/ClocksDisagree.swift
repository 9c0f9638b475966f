internal import CaptureReading
internal import Conversation

/// A server that sent its answer before it had taken the request, by its own clocks.
enum ClocksDisagree: Rule {
    static let descriptor = RuleDescriptor(
        id: "USE004", name: "clocks-disagree", severity: .low,
        summary: "The Date of the answer is before the time at which the back end took the request.",
        why: "The clocks of front and back end differ, and times worked out from them are wrong.",
        references: ["RFC 9110 §6.6.1", "https://ai.google.dev/api/generate-content"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Date: Wed, 01 Jan 2025 00:00:00 GMT

            {"candidates": [], "createTime": "2025-01-01T00:00:05Z"}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Date: Wed, 01 Jan 2025 00:00:00 GMT

            {"candidates": [], "createTime": "2025-01-01T00:00:00.900Z"}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let begin = exchange.answer?.detail("createTime") ?? exchange.answer?.detail("create_time"),
            let line = exchange.responseFields.first("date"), let createTime = Timestamp(rfc3339: begin),
            let date = Timestamp(httpDate: line.value)
        else { return [] }
        // `Date` is cut to whole seconds.
        let early = createTime.microseconds - date.microseconds - 1_000_000
        guard early > 0 else { return [] }
        return [
            finding(
                "Date is \((early / 1_000_000 + 1).grouped) s before createTime",
                where: LogicalPlace.responseHeader("date"), at: line.place)
        ]
    }
}
