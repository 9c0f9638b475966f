import CaptureReading
import Findings

/// Captures of a few lines, inspected.
enum Sample {
    /// Every exchange of a capture.
    static func exchanges(
        _ capture: [UInt8], rules: [any Rule.Type] = RuleCatalog.all,
        session: [any SessionRule.Type] = RuleCatalog.session
    ) throws(CaptureError) -> [InspectedExchange] {
        var reader = try CaptureReader(reading: MemorySource(capture))
        var inspection = SessionInspection(rules: session)
        var found: [InspectedExchange] = []
        while let exchange = try reader.next() {
            var inspected = InspectedExchange(exchange, rules: rules)
            inspection.inspect(&inspected)
            found.append(inspected)
        }
        return found
    }

    /// The findings of one rule in a capture.
    static func findings(of id: String, in capture: String) throws(CaptureError) -> [Finding] {
        let rules = RuleCatalog.all.filter { rule in rule.descriptor.id == id }
        let session = RuleCatalog.session.filter { rule in rule.descriptor.id == id }
        return try exchanges(Array(capture.utf8), rules: rules, session: session).flatMap(\.findings)
    }

    /// A call of the Gemini API with these pieces in it.
    static func call(
        _ request: String = "{}", target: String = "/v1beta/models/m:generateContent",
        responseHeaders: String = "", _ response: String = "{}"
    ) -> String {
        "POST \(target) HTTP/1.1\n\n\(request)\nHTTP/1.1 200 OK\n\(responseHeaders)\n\(response)"
    }
}
