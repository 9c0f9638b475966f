internal import CaptureReading

/// A body whose declared length is not that of the captured bytes; a mere fact where elision or formatting accounts
/// for it, or nothing was captured.
enum LengthMismatch: Rule {
    static let descriptor = RuleDescriptor(
        id: "CAP002", name: "length-mismatch", severity: .medium,
        summary: "Content-Length is not the length of the captured body.",
        why: "The capture was cut off or rewritten, and its bytes are not those that were sent.",
        references: ["RFC 9110 §8.6"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Content-Length: 20

            too short
            """,
            """
            # response
            ## HEADER
            STATUS: 200 OK
            HEADERS
            Content-Length:
            7
            ## BODY
            {"a": 1}
            """,
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            Content-Length: 5

            right
            """,
            """
            HTTP/1.1 200 OK
            Content-Encoding: gzip
            Content-Length: 5

            decoded after it was captured
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        let lengths = [
            (exchange.requestLength, LogicalPlace.requestHeader("content-length")),
            (exchange.responseLength, LogicalPlace.responseHeader("content-length")),
        ]
        return lengths.compactMap { length, logicalPlace in
            guard let length, length.differs else { return nil }
            // Recorders leave bodies out as they are told to.
            let isFact = length.isExplained || length.captured == 0
            return finding(
                "Content-Length \(length.declared.grouped), captured \(length.captured.grouped)", where: logicalPlace,
                at: length.place, severity: isFact ? .info : nil)
        }
    }
}
