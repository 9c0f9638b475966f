import CaptureReading
import Findings
import Redaction
import Reporting

/// Captures in memory, checked.
enum CheckFixture {
    /// A call with a key in a header, on a host that is not the provider's, with a filter switched off.
    static let call = """
        POST /v1beta/models/m:generateContent HTTP/1.1
        Host: relay.example
        x-goog-api-key: sk-walk-to-perth

        {"contents": [{"parts": [{"text": "hi"}]}], "safetySettings": [
        {"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"}]}

        """

    /// What a check of captures finds; those that are called the same are read one after the other.
    static func result(
        _ captures: [(path: String, text: String)], policy: CheckPolicy = CheckPolicy(), folder: String? = nil
    ) throws -> CheckResult {
        var collector = FindingCollector(policy: policy, folder: folder)
        for (path, text) in captures {
            try InspectedCapture(text, rules: RuleCatalog.all).report(to: &collector, path: path)
        }
        return collector.result
    }

    /// What a check of the call finds.
    static func result(policy: CheckPolicy = CheckPolicy()) throws -> CheckResult {
        try result([("a.http", call)], policy: policy)
    }

    /// A policy that counts some rules alone.
    static func policy(_ rules: String..., accepting entries: [BaselineEntry] = [], day: String? = nil) -> CheckPolicy {
        CheckPolicy(
            rules: rules.map(RulePattern.init), baseline: Baseline(entries: entries),
            day: day.flatMap(CalendarDay.init))
    }
}
