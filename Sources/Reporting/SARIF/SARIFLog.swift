internal import Findings
internal import JSONReading

/// What a check found, as a SARIF log that code scanning takes: one run, sorted by severity, within GitHub's limits.
///
/// SARIF 2.1.0 §3.13, `sarifLog`
public struct SARIFLog {
    /// The object, indented by two spaces, with a line feed behind it.
    public let bytes: [UInt8]

    /// The most results that GitHub takes in a run; the gravest come first.
    ///
    /// https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
    static let resultLimit = 25_000

    private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

    /// Encodes a result.
    ///
    /// - Parameters:
    ///   - result: what was found.
    ///   - version: the version of the program, as the log names it.
    public init(of result: CheckResult, version: String) {
        var json = JSONWriter(layout: .indented(by: 2))
        json.beginObject()
        json.member("$schema", SARIFLog.schema)
        json.member("version", "2.1.0")
        json.key("runs")
        json.beginArray()
        json.beginObject()
        SARIFLog.write(toolOf: result, version: version, to: &json)
        json.key("automationDetails")
        json.beginObject()
        json.member("id", "unspool/check/")
        json.endObject()
        json.member("columnKind", "unicodeCodePoints")
        let omitted = SARIFLog.write(resultsOf: result, to: &json)
        SARIFLog.write(invocationLeavingOut: omitted, to: &json)
        json.endObject()
        json.endArray()
        json.endObject()
        bytes = json.take() + [UInt8(ascii: "\n")]
    }

    private static func write(toolOf result: CheckResult, version: String, to json: inout JSONWriter) {
        json.key("tool")
        json.beginObject()
        json.key("driver")
        json.beginObject()
        json.member("name", "unspool")
        json.member("version", version)
        json.member("semanticVersion", version)
        json.key("rules")
        json.beginArray()
        for rule in result.rules { SARIFRule(descriptor: rule).write(to: &json) }
        json.endArray()
        json.endObject()
        json.endObject()
    }

    /// Writes the results, the gravest first, and says how many were left out.
    private static func write(resultsOf result: CheckResult, to json: inout JSONWriter) -> Int {
        var positions: [String: Int] = [:]
        for (index, rule) in result.rules.enumerated() { positions[rule.id] = index }
        let paths = result.captures.map { capture in ArtifactPath(capture.path, in: nil) }
        json.key("results")
        json.beginArray()
        var count = 0
        for severity in Severity.allCases.reversed() {
            for finding in result.findings where finding.severity == severity && count < resultLimit {
                SARIFResult(finding: finding, path: paths[finding.capture], ruleIndex: positions[finding.rule])
                    .write(to: &json)
                count += 1
            }
        }
        json.endArray()
        return result.findings.count - count
    }

    /// Says how the run went: what was left out, if anything was.
    ///
    /// SARIF 2.1.0 §3.20, `invocation`
    private static func write(invocationLeavingOut omitted: Int, to json: inout JSONWriter) {
        json.key("invocations")
        json.beginArray()
        json.beginObject()
        json.key("executionSuccessful")
        json.bool(true)
        if omitted > 0 {
            json.key("toolExecutionNotifications")
            json.beginArray()
            json.beginObject()
            json.member("level", "warning")
            json.key("message")
            json.beginObject()
            json.member("text", "\(omitted) results of the least severities were left out: a run holds \(resultLimit)")
            json.endObject()
            json.endObject()
            json.endArray()
        }
        json.endObject()
        json.endArray()
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
