internal import CaptureReading

/// An event stream whose media type does not say that it is UTF-8, which it always is.
enum NoCharset: Rule {
    static let descriptor = RuleDescriptor(
        id: "SSE004", name: "no-charset", severity: .info,
        summary: "An event stream is declared without a character set.",
        why: "That is right, since event streams are UTF-8 always; some clients guess another set all the same.",
        references: ["WHATWG HTML §9.2.5", "WHATWG HTML §9.2.7"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: a


            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream; charset=utf-8

            data: a


            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isEventStream, let line = exchange.responseFields.first("content-type"),
            let type = MediaType(parsing: line.value), type.essence == "text/event-stream",
            type.parameter("charset") == nil
        else { return [] }
        return [
            finding("text/event-stream without charset", where: LogicalPlace.responseHeader(line.name), at: line.place)
        ]
    }
}
