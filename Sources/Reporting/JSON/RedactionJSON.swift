internal import JSONReading
public import Redaction

/// What was replaced in a safe copy, as JSON: `unspool.redact/1`.
public struct RedactionJSON {
    /// The object, indented by two spaces, with a line feed behind it.
    public let bytes: [UInt8]

    /// Encodes the summary of a copy that was found clean.
    public init(of summary: RedactionSummary) {
        var json = JSONWriter(layout: .indented(by: 2))
        json.beginObject()
        json.key("schema")
        json.string("unspool.redact/1")
        json.key("summary")
        RedactionJSON.writeSummary(summary, to: &json)
        json.key("values")
        json.beginArray()
        for value in summary.values { RedactionJSON.write(value, to: &json) }
        json.endArray()
        json.endObject()
        bytes = json.take() + [UInt8(ascii: "\n")]
    }

    private static func writeSummary(_ summary: RedactionSummary, to json: inout JSONWriter) {
        json.beginObject()
        json.key("values")
        json.int(summary.values.count)
        json.key("places")
        json.int(summary.placeCount)
        json.key("kinds")
        json.beginObject()
        for (kind, count) in summary.kinds {
            json.key(kind.rawValue)
            json.int(count)
        }
        json.endObject()
        json.key("rescan")
        json.beginObject()
        json.key("clean")
        json.bool(true)
        json.key("depth")
        json.int(RedactionSummary.depth)
        json.endObject()
        json.endObject()
    }

    private static func write(_ value: RedactionSummary.Value, to json: inout JSONWriter) {
        json.beginObject()
        json.key("mark")
        json.string(value.mark)
        json.key("kind")
        json.string(value.kind.rawValue)
        json.key("characters")
        json.int(value.characterCount)
        json.key("places")
        json.int(value.placeCount)
        json.key("where")
        json.beginArray()
        for place in value.places {
            json.beginObject()
            for (name, number) in [("exchange", place.exchange), ("byte", place.byte)] {
                json.key(name)
                if let number { json.int(number) } else { json.null() }
            }
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}
