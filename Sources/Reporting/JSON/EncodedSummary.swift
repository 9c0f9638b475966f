internal import Conversation
internal import Findings

/// The figures of a run as JSON outputs show them; it counts while exchanges pass.
struct EncodedSummary: EncodedValue {
    private var exchanges = 0
    private var answers = 0
    private var elidedImages = 0
    private var rules: [Severity: Int] = [:]

    /// The rules that fired in the capture being read, each with the highest severity that it fired with.
    private var firing: [String: Severity] = [:]

    /// Counts an exchange.
    mutating func add(_ exchange: InspectedExchange) {
        exchanges += 1
        answers += exchange.answer == nil ? 0 : 1
        elidedImages += exchange.images.count { image in image.blob.elision != nil }
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
                // No image is validated here, so none is counted as either.
                writer.number("valid", 0)
                writer.number("invalid", 0)
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
