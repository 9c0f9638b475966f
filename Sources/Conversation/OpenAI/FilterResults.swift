internal import JSONReading

/// What Azure's filters found in an answer while its pieces arrive: of each category the worst.
///
/// https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter
struct FilterResults: Sendable {
    private var pieces: [JSONValue] = []
    private var categories: [String] = []
    private var worst: [[UInt8]: JSONValue] = [:]

    /// Takes the results of a piece; of two that are equally bad the later counts.
    mutating func append(_ results: JSONValue) {
        guard !results.isNull else { return }
        if results.count > 0, pieces.count < 2 { pieces.append(results) }
        for result in results.members where !result.value.isNull {
            let category = result.name
            let key = Array(category.utf8)
            if let known = worst[key] {
                guard FilterResults.weight(of: result.value) >= FilterResults.weight(of: known) else { continue }
            } else {
                categories.append(category)
            }
            worst[key] = result.value
        }
    }

    /// How bad a result is: filtered, detected, then by severity.
    private static func weight(of result: JSONValue) -> Int {
        let severity = result["severity"]?.string.flatMap(severities.firstIndex) ?? 0
        return (result["filtered"]?.bool == true ? 8 : 0) + (result["detected"]?.bool == true ? 4 : 0) + severity
    }

    private static let severities = ["safe", "low", "medium", "high"]

    /// The results, verbatim when they came in one piece; nil when none came.
    var value: JSONValue? {
        guard pieces.count > 1 else { return pieces.first }
        var writer = JSONWriter()
        writer.beginObject()
        for category in categories {
            guard let result = worst[Array(category.utf8)] else { continue }
            writer.key(category)
            writer.value(result)
        }
        writer.endObject()
        return JSONDocument(parsing: writer.take()).root
    }
}
