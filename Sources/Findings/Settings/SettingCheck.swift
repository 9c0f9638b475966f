internal import JSONReading

/// A row of a table of settings: a member of the request, what must not be said there, and who says so.
struct SettingCheck: Sendable {
    /// Where the member stands: names with dots between them, `[]` behind one for each element; names in the manner of
    /// JSON (`topP`) are sought in that of protocol buffers (`top_p`) too.
    let path: String

    /// Whether what stands there is wrong.
    let test: SettingTest

    /// How much it matters.
    let severity: Severity

    /// What is wrong, to stand behind the member's name: `is outside 0 to 2`.
    let words: String

    /// Who says so, and since when.
    let source: SettingSource

    /// Creates a row.
    init(_ path: String, _ test: SettingTest, _ severity: Severity, _ words: String, _ source: SettingSource) {
        self.path = path
        self.test = test
        self.severity = severity
        self.words = words
        self.source = source
    }

    /// The values that stand there and are wrong, each with its path as it was sent.
    func matches(in root: JSONValue) -> [(path: String, value: JSONValue)] {
        var found: [(path: String, value: JSONValue)] = [("", root)]
        for step in path.utf8.split(separator: UInt8(ascii: ".")) {
            let isList = step.suffix(2).elementsEqual("[]".utf8)
            let name = String(Substring(isList ? step.dropLast(2) : step))
            found = found.flatMap { path, value in SettingCheck.members(of: value, at: path, name, isList: isList) }
            if found.isEmpty { return [] }
        }
        return found.filter { match in test.holds(match.value, root) }
    }

    /// The member of a name, or its elements.
    private static func members(
        of value: JSONValue, at path: String, _ name: String, isList: Bool
    ) -> [(path: String, value: JSONValue)] {
        let spelling = value[name] == nil ? SettingCheck.snakeCase(name) : name
        guard let member = value[spelling] else { return [] }
        let place = path.isEmpty ? spelling : "\(path).\(spelling)"
        guard isList else { return [(place, member)] }
        return member.elements.enumerated().map { index, element in ("\(place)[\(index)]", element) }
    }

    /// A name as protocol buffers spell it: `maxOutputTokens` is `max_output_tokens`.
    static func snakeCase(_ name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
                bytes += [UInt8(ascii: "_"), byte | 0x20]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Who says what a setting may be, and since when.
struct SettingSource: Hashable, Sendable {
    /// The page or the file.
    let address: String

    /// The version or the month in which it said so.
    let since: String

    /// How the manual names it.
    var reference: String { "\(address) (as of \(since))" }
}
