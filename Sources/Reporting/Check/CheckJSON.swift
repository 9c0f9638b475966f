internal import CaptureReading
public import Findings
internal import JSONReading

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
        var json = JSONWriter(layout: .indented(by: 2))
        json.beginObject()
        json.member("schema", "unspool.check/1")
        json.key("tool")
        json.beginObject()
        json.member("name", "unspool")
        json.member("version", version)
        json.endObject()
        json.member("fail_on", threshold.rawValue)
        json.key("failed")
        json.bool(result.fails(at: threshold))
        CheckJSON.write(captures: result.captures, to: &json)
        json.key("findings")
        json.beginArray()
        for finding in result.findings {
            CheckJSON.write(finding, path: result.captures[finding.capture].path, to: &json)
        }
        json.endArray()
        json.key("passed")
        json.beginArray()
        for rule in result.passed { json.string(rule.id) }
        json.endArray()
        CheckJSON.write(stale: result.stale, to: &json)
        CheckJSON.write(summaryOf: result, to: &json)
        json.endObject()
        bytes = json.take() + [UInt8(ascii: "\n")]
    }

    private static func write(captures: [CheckedCapture], to json: inout JSONWriter) {
        json.key("captures")
        json.beginArray()
        for capture in captures {
            json.beginObject()
            json.member("path", capture.path)
            json.member("format", capture.format.rawValue)
            json.member("exchanges", capture.exchangeCount)
            json.endObject()
        }
        json.endArray()
    }

    private static func write(_ finding: CheckedFinding, path: String, to json: inout JSONWriter) {
        json.beginObject()
        json.member("rule", finding.rule)
        json.member("name", finding.name)
        json.member("severity", finding.severity.rawValue)
        json.member("message", finding.message)
        json.member("path", path)
        if let location = finding.location {
            json.key("at")
            json.beginObject()
            json.member("line", location.line)
            json.member("column", location.column)
            json.member("byte", location.byte)
            json.endObject()
        }
        if let within = finding.within {
            json.key("within")
            json.beginObject()
            json.key("layers")
            json.beginArray()
            for layer in within.layers { json.string(layer.rawValue) }
            json.endArray()
            json.member("byte", within.byte)
            json.endObject()
        }
        json.member("exchange", finding.exchange)
        json.member("where", finding.logicalPlace)
        json.member("fingerprint", finding.fingerprint)
        switch finding.verdict {
        case .new: json.member("state", "new")
        case .accepted(let entry): write(state: "accepted", of: entry, to: &json)
        case .expired(let entry): write(state: "expired", of: entry, to: &json)
        }
        json.endObject()
    }

    private static func write(state: String, of entry: BaselineEntry, to json: inout JSONWriter) {
        json.member("state", state)
        json.member("reason", entry.reason)
        if let by = entry.by { json.member("by", by) }
    }

    private static func write(stale entries: [BaselineEntry], to json: inout JSONWriter) {
        json.key("stale")
        json.beginArray()
        for entry in entries {
            json.beginObject()
            json.member("rule", entry.rule)
            json.member("fingerprint", entry.fingerprint)
            json.member("path", entry.path)
            json.member("reason", entry.reason)
            if let by = entry.by { json.member("by", by) }
            json.endObject()
        }
        json.endArray()
    }

    private static func write(summaryOf result: CheckResult, to json: inout JSONWriter) {
        let counts = result.counts
        let (accepted, expired) = result.acceptances
        json.key("summary")
        json.beginObject()
        json.member("captures", result.captures.count)
        json.member("exchanges", result.captures.map(\.exchangeCount).reduce(0, +))
        json.key("findings")
        json.beginObject()
        for severity in Severity.allCases.reversed() { json.member(severity.rawValue, counts[severity, default: 0]) }
        json.endObject()
        json.member("accepted", accepted)
        json.member("expired", expired)
        json.member("stale", result.stale.count)
        json.endObject()
    }
}

extension JSONWriter {
    /// Writes a member that is text of the program's own, or has been redacted.
    mutating func member(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    /// Writes a member that is a number.
    mutating func member(_ name: String, _ number: Int) {
        key(name)
        int(number)
    }
}
