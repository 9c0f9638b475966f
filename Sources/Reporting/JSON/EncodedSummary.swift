internal import Conversation
internal import Findings
internal import ImageValidation

/// The figures of a run as JSON outputs show them; it counts while exchanges pass.
struct EncodedSummary: EncodedValue {
    private var exchanges = 0
    private var answers = 0
    private var validImages = 0
    private var invalidImages = 0
    private var elidedImages = 0
    private var rules: [Severity: Int] = [:]

    /// The rules that fired in the capture being read, each with the highest severity that it fired with.
    private var firing: [String: Severity] = [:]

    /// Counts an exchange.
    mutating func add(_ exchange: InspectedExchange) {
        exchanges += 1
        answers += exchange.answer == nil ? 0 : 1
        elidedImages += exchange.images.count { image in image.blob.elision != nil }
        for report in exchange.images.compactMap(\.report) {
            if report.verdict == .invalid { invalidImages += 1 } else { validImages += 1 }
        }
        for finding in exchange.findings {
            firing[finding.rule] = max(finding.severity, firing[finding.rule] ?? finding.severity)
        }
    }

    /// Ends a capture: a rule counts once in each.
    mutating func endCapture() {
        for severity in firing.values { rules[severity, default: 0] += 1 }
        firing = [:]
    }

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.number("exchanges", exchanges)
            writer.number("answers", answers)
            writer.object("images") { writer in
                writer.number("valid", validImages)
                writer.number("invalid", invalidImages)
                writer.number("elided", elidedImages)
            }
            writer.object("findings") { writer in
                for severity in Severity.allCases.reversed() {
                    writer.number(severity.rawValue, rules[severity, default: 0])
                }
            }
        }
    }
}
