public import Findings
internal import JSONReading

/// Rules as JSON: `unspool.rules/1`.
public struct RulesJSON {
    /// The object, indented by two spaces, with a line feed behind it.
    public let bytes: [UInt8]

    /// Encodes rules in the order in which they are given.
    public init(of rules: [RuleDescriptor]) {
        var json = JSONWriter(layout: .indented(by: 2))
        json.beginObject()
        json.key("schema")
        json.string("unspool.rules/1")
        json.key("rules")
        json.beginArray()
        for rule in rules { RulesJSON.write(rule, to: &json) }
        json.endArray()
        json.endObject()
        bytes = json.take() + [UInt8(ascii: "\n")]
    }

    private static func write(_ rule: RuleDescriptor, to json: inout JSONWriter) {
        json.beginObject()
        let words = [
            ("id", rule.id), ("name", rule.name), ("severity", rule.severity.rawValue), ("summary", rule.summary),
            ("why", rule.why),
        ]
        for (name, text) in words {
            json.key(name)
            json.string(text)
        }
        for (name, texts) in [("references", rule.references), ("flagged", rule.flagged), ("clean", rule.clean)] {
            json.key(name)
            json.beginArray()
            for text in texts { json.string(text) }
            json.endArray()
        }
        json.endObject()
    }
}
