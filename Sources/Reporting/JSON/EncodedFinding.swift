internal import Findings
internal import Redaction

/// A finding as JSON outputs show it.
struct EncodedFinding: EncodedValue {
    /// The finding.
    let finding: Finding

    /// The number of the exchange that it was found in.
    let exchange: Int

    func write(to writer: inout RedactingWriter) {
        let place = writer.redactor.redact(finding.logicalPlace)
        writer.object { writer in
            writer.own("rule", finding.rule)
            writer.own("name", finding.name)
            writer.own("severity", finding.severity.rawValue)
            writer.captured("message", finding.message)
            writer.place(finding.place)
            writer.number("exchange", exchange)
            writer.own("where", place)
            writer.own("fingerprint", EncodedFinding.fingerprint(rule: finding.rule, place: place))
        }
    }

    /// How many digits of the digest are shown: collisions among the findings of one project are out of the question.
    private static let digitCount = 16

    /// A name for the finding that stays the same while lines move.
    ///
    /// It is made of the place as it is shown: a digest of a secret would let its reader confirm a guess.
    private static func fingerprint(rule: String, place: String) -> String {
        String(ContentDigest.sha256(Array("\(rule)\n\(place)".utf8)[...]).prefix(digitCount))
    }
}
