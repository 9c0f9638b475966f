internal import CaptureReading
public import Findings
internal import JSONReading
internal import Redaction

/// What a check found, as JSON: `unspool.check/1`.
public struct CheckJSON {
    /// The object, indented by two spaces, with a line feed behind it.
    public let bytes: [UInt8]

    /// Encodes a result.
    ///
    /// - Parameters:
    ///   - result: what was found.
    ///   - threshold: from which severity on findings fail the check.
    ///   - version: the version of the program, as the report names it.
    public init(of result: CheckResult, threshold: Threshold, version: String) {
        // A result holds no secrets: each exchange was redacted when it was checked.
        var writer = RedactingWriter(layout: .indented(by: 2), redactor: .disclosing)
        writer.object { writer in
            writer.own("schema", "unspool.check/1")
            writer.tool(version: version)
            writer.own("fail_on", threshold.rawValue)
            writer.flag("failed", result.fails(at: threshold))
            writer.array("captures", result.captures.map(EncodedCheckedCapture.init))
            writer.array(
                "findings",
                result.findings.map { finding in
                    EncodedCheckedFinding(finding: finding, path: result.captures[finding.capture].path)
                })
            writer.array("passed", captured: result.passed.map(\.id))
            writer.array("stale", result.stale.map(EncodedBaselineEntry.init))
            CheckJSON.write(summaryOf: result, to: &writer)
        }
        bytes = writer.take() + [UInt8(ascii: "\n")]
    }

    private static func write(summaryOf result: CheckResult, to writer: inout RedactingWriter) {
        let counts = result.counts
        let (accepted, expired) = result.acceptances
        writer.object("summary") { writer in
            writer.number("captures", result.captures.count)
            writer.number("exchanges", result.captures.map(\.exchangeCount).reduce(0, +))
            writer.object("findings") { writer in
                for severity in Severity.allCases.reversed() {
                    writer.number(severity.rawValue, counts[severity, default: 0])
                }
            }
            writer.number("accepted", accepted)
            writer.number("expired", expired)
            writer.number("stale", result.stale.count)
        }
    }
}

/// A capture that was checked as JSON.
private struct EncodedCheckedCapture: EncodedValue {
    let capture: CheckedCapture

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.own("path", capture.path)
            writer.own("format", capture.format.rawValue)
            writer.number("exchanges", capture.exchangeCount)
        }
    }
}

/// A finding as JSON, with what the baseline says of it.
private struct EncodedCheckedFinding: EncodedValue {
    let finding: CheckedFinding
    let path: String

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.own("rule", finding.rule)
            writer.own("name", finding.name)
            writer.own("severity", finding.severity.rawValue)
            writer.own("message", finding.message)
            writer.own("path", path)
            writer.location(finding.location)
            writer.within(finding.within)
            writer.number("exchange", finding.exchange)
            writer.own("where", finding.logicalPlace)
            writer.own("fingerprint", finding.fingerprint)
            switch finding.verdict {
            case .new: writer.own("state", "new")
            case .accepted(let entry): EncodedCheckedFinding.write(state: "accepted", of: entry, to: &writer)
            case .expired(let entry): EncodedCheckedFinding.write(state: "expired", of: entry, to: &writer)
            }
        }
    }

    private static func write(state: String, of entry: BaselineEntry, to writer: inout RedactingWriter) {
        writer.own("state", state)
        writer.own("reason", entry.reason)
        writer.own("by", entry.by)
    }
}

/// An entry of a baseline that nothing was found for as JSON.
private struct EncodedBaselineEntry: EncodedValue {
    let entry: BaselineEntry

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.own("rule", entry.rule)
            writer.own("fingerprint", entry.fingerprint)
            writer.own("path", entry.path)
            writer.own("reason", entry.reason)
            writer.own("by", entry.by)
        }
    }
}
