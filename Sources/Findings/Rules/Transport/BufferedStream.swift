internal import CaptureReading

/// An event stream whose length was known before it was sent.
enum BufferedStream: Rule {
    static let descriptor = RuleDescriptor(
        id: "HTT001", name: "buffered-stream", severity: .low,
        summary: "An event stream has a Content-Length.",
        why: "Somebody on the way waited for its end before passing it on, and the reader saw no word before the last.",
        references: ["RFC 9110 §8.6", "WHATWG HTML §9.2.7"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream
            Content-Length: 9

            data: a


            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: a


            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isEventStream, let line = exchange.responseFields.first("content-length") else { return [] }
        return [
            finding(
                "event stream sent with Content-Length", where: LogicalPlace.responseHeader(line.name), at: line.place)
        ]
    }
}
