internal import CaptureReading

/// A message whose end can be read in two ways: two different lengths, or a length beside a transfer coding.
enum AmbiguousLength: Rule {
    static let descriptor = RuleDescriptor(
        id: "HTT006", name: "ambiguous-length", severity: .high,
        summary: "A message has two different lengths, or a length beside Transfer-Encoding.",
        why: "Two servers can disagree where it ends: requests can be smuggled, or the capture is not what was sent.",
        references: ["RFC 9112 §6.3", "CWE-444"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Content-Length: 5
            Transfer-Encoding: chunked

            0


            """,
            """
            HTTP/1.1 200 OK
            Content-Length: 5
            Content-Length: 6

            right
            """,
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            Content-Length: 5
            Content-Length: 5

            right
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        [
            ambiguity(in: exchange.requestFields, at: LogicalPlace.requestHeader),
            ambiguity(in: exchange.responseFields, at: LogicalPlace.responseHeader),
        ].compactMap { finding in finding }
    }

    private static func ambiguity(in fields: FieldLines, at logicalPlace: (String) -> String) -> Finding? {
        let lengths = fields.all("content-length")
        guard let first = lengths.first else { return nil }
        if let coding = fields.first("transfer-encoding") {
            return finding(
                "Content-Length beside Transfer-Encoding", where: logicalPlace(coding.name), at: coding.place)
        }
        let declared = members(of: first)
        guard
            let other = lengths.first(where: { line in members(of: line) != declared })
                ?? (declared.count > 1 ? first : nil)
        else { return nil }
        return finding("two different Content-Length values", where: logicalPlace(first.name), at: other.place)
    }

    /// The different members of a line; a list of equal ones counts as one.
    private static func members(of line: FieldLine) -> Set<String> {
        let members = line.value.utf8.split { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        }
        return Set(members.map { member in String(Substring(member)) })
    }
}
