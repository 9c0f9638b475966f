internal import Findings
internal import JSONReading

/// A rule as SARIF describes it.
///
/// SARIF 2.1.0 §3.49, `reportingDescriptor`
struct SARIFRule {
    /// The rule.
    let descriptor: RuleDescriptor

    /// Writes the object.
    func write(to json: inout JSONWriter) {
        let level = SARIFLevel(severity: descriptor.severity)
        json.beginObject()
        json.member("id", descriptor.id)
        json.member("name", descriptor.name)
        write("shortDescription", descriptor.summary, to: &json)
        write("fullDescription", "\(descriptor.summary) \(descriptor.why)", to: &json)
        json.key("help")
        json.beginObject()
        json.member("text", help)
        json.member("markdown", RuleManualMarkdown.section(of: descriptor, examples: false))
        json.endObject()
        if let address = descriptor.references.first(where: { reference in reference.hasPrefix("https://") }) {
            json.member("helpUri", address)
        }
        json.key("defaultConfiguration")
        json.beginObject()
        json.member("level", level.name)
        json.endObject()
        json.key("properties")
        json.beginObject()
        json.key("tags")
        json.beginArray()
        for tag in tags { json.string(tag) }
        json.endArray()
        json.member("precision", "high")
        if let number = level.securitySeverity { json.member("security-severity", number) }
        json.endObject()
        json.endObject()
    }

    private func write(_ name: String, _ text: String, to json: inout JSONWriter) {
        json.key(name)
        json.beginObject()
        json.member("text", text)
        json.endObject()
    }

    /// What it finds, why that matters, and where to read more, in plain text.
    private var help: String {
        (["\(descriptor.summary) \(descriptor.why)"] + descriptor.references.map { reference in "See: \(reference)" })
            .joined(separator: "\n")
    }

    /// The family by name; GitHub shows the severity of alerts of those alone that call themselves `security`.
    private var tags: [String] {
        let family = RuleFamily(ofRule: descriptor.id).map { family in ["\(family)"] } ?? []
        return (descriptor.severity == .info ? [] : ["security"]) + ["llm"] + family
    }
}
