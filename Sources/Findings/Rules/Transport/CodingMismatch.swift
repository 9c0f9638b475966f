internal import CaptureReading

/// A body whose bytes are not under the codings that its header names, or are under one that no header names.
enum CodingMismatch: Rule {
    static let descriptor = RuleDescriptor(
        id: "HTT008", name: "coding-mismatch", severity: .low,
        summary: "Content-Encoding does not say what the captured bytes are.",
        why: "Recorders undo a coding and keep its name, or the reverse; a tool that believes the header fails.",
        references: ["RFC 9110 §8.4", "http://www.softwareishard.com/blog/har-12-spec/#content"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Content-Type: application/json
            Content-Encoding: gzip

            {"plain": "text"}
            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            Content-Type: application/json

            {"plain": "text"}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        let sides = [("request", exchange.request?.body), ("response", exchange.response?.body)]
        return sides.compactMap { side, body in
            guard let body, let words = body.warnings.lazy.compactMap({ warning in messages[warning] }).first else {
                return nil
            }
            return finding("\(side) body \(words)", where: "\(side).body", at: body.place)
        }
    }

    private static let messages: [BodyWarning: String] = [
        .alreadyDecoded: "is not under the coding that its header names",
        .stillEncoded: "is still under a coding that was said to be undone",
        .missingCoding: "is under a coding that no header names",
        .mislabeled: "is under another coding than its header names",
    ]
}
