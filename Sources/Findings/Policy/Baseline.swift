internal import JSONReading

/// The findings that were accepted: `unspool-baseline.json`.
///
///     {
///       "schema": "unspool.baseline/1",
///       "entries": [
///         {"rule": "HST001", "fingerprint": "5f0c3a9e21b47d68", "path": "fixtures/a.har", "reason": "our own relay",
///          "by": "ops", "expires": "2026-12-31"}
///       ]
///     }
public struct Baseline: Hashable, Sendable {
    /// The entries, by path, rule and fingerprint; each once.
    public private(set) var entries: [BaselineEntry]

    /// Creates a baseline; of two entries about the same thing the first stays.
    public init(entries: [BaselineEntry] = []) {
        var keys: Set<BaselineEntry.Key> = []
        self.entries = entries.filter { entry in keys.insert(entry.key).inserted }.sorted { left, right in
            left.key < right.key
        }
    }

    /// Reads a file.
    ///
    /// - Throws: what is wrong with the first member that is.
    public init(parsing bytes: [UInt8]) throws(SettingsFault) {
        let file = try SettingsObject(parsing: bytes, members: ["$schema", "schema", "entries"])
        let schema = try file.requiredString("schema")
        guard schema == Baseline.schema else {
            throw .unexpected(path: "schema", expected: Baseline.schema, found: "'\(Excerpt(schema))'")
        }
        var entries: [BaselineEntry] = []
        for (index, element) in try file.elements("entries").enumerated() {
            entries.append(try Baseline.entry(element, path: "entries[\(index)]"))
        }
        self.init(entries: entries)
    }

    /// What the file calls its own form.
    public static let schema = "unspool.baseline/1"

    private static func entry(_ value: JSONValue, path: String) throws(SettingsFault) -> BaselineEntry {
        let members = ["rule", "fingerprint", "path", "count", "reason", "by", "expires"]
        let object = try SettingsObject(value, path: path, members: members)
        let expires = try object.string("expires")
        let day = expires.flatMap(CalendarDay.init)
        if let expires, day == nil {
            throw .unexpected(
                path: object.path(of: "expires"), expected: "a day such as 2026-12-31", found: "'\(Excerpt(expires))'")
        }
        return BaselineEntry(
            rule: try object.requiredString("rule"), fingerprint: try object.requiredString("fingerprint"),
            path: try object.requiredString("path"), count: try object.count("count") ?? 1,
            reason: try object.string("reason") ?? "", by: try object.string("by"), expires: day)
    }

    /// The file: indented by two spaces, sorted, with a line feed at its end, so that a change is a line of a diff.
    public var bytes: [UInt8] {
        var json = JSONWriter(layout: .indented(by: 2))
        json.beginObject()
        json.key("schema")
        json.string(Baseline.schema)
        json.key("entries")
        json.beginArray()
        for entry in entries { Baseline.write(entry, to: &json) }
        json.endArray()
        json.endObject()
        return json.take() + [UInt8(ascii: "\n")]
    }

    private static func write(_ entry: BaselineEntry, to json: inout JSONWriter) {
        json.beginObject()
        for (name, text) in [("rule", entry.rule), ("fingerprint", entry.fingerprint), ("path", entry.path)] {
            json.key(name)
            json.string(text)
        }
        if entry.count > 1 {
            json.key("count")
            json.int(entry.count)
        }
        json.key("reason")
        json.string(entry.reason)
        for (name, text) in [("by", entry.by), ("expires", entry.expires?.description)] {
            guard let text else { continue }
            json.key(name)
            json.string(text)
        }
        json.endObject()
    }
}
