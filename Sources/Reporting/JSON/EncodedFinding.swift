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
            writer.own("fingerprint", FindingFingerprint.of(rule: finding.rule, place: place))
        }
    }
}
