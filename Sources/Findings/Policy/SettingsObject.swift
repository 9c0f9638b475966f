internal import JSONReading

/// An object of a file of settings, read strictly: a member that is misspelled would be a setting that is not obeyed.
struct SettingsObject {
    private let value: JSONValue

    /// Where it stands: empty for the file itself, else `check.disable[0]`.
    private let path: String

    /// Reads the object that a whole file is.
    init(parsing bytes: [UInt8], members: [String]) throws(SettingsFault) {
        let document = JSONDocument(parsing: bytes)
        if let fault = document.fault { throw .notJSON(fault) }
        guard let root = document.root else { throw .notJSON(.empty(offset: 0)) }
        try self.init(root, path: "", members: members)
    }

    /// Reads an object that may have these members and no others.
    init(_ value: JSONValue, path: String, members: [String]) throws(SettingsFault) {
        guard value.isObject else {
            throw .unexpected(path: path.isEmpty ? "the file" : path, expected: "an object", found: "\(value.kind)")
        }
        self.value = value
        self.path = path
        for member in value.members where !members.contains(member.name) {
            throw .unknownMember(path: self.path(of: "\(Excerpt(member.name))"), known: members)
        }
    }

    /// Where a member stands.
    func path(of name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

    /// The text of a member; nil when there is none.
    func string(_ name: String) throws(SettingsFault) -> String? {
        guard let member = value[name] else { return nil }
        guard let text = member.string else { throw unexpected(name, "a string", member) }
        return text
    }

    /// The text of a member that has to be there.
    func requiredString(_ name: String) throws(SettingsFault) -> String {
        guard let text = try string(name) else { throw .missing(path: path(of: name)) }
        return text
    }

    /// The number of a member, 1 or more; nil when there is none.
    func count(_ name: String) throws(SettingsFault) -> Int? {
        guard let member = value[name] else { return nil }
        guard let number = member.numberLexeme.flatMap({ lexeme in Int(lexeme) }), number > 0 else {
            throw unexpected(name, "a whole number of 1 or more", member)
        }
        return number
    }

    /// The elements of a member; none when there is no such member.
    func elements(_ name: String) throws(SettingsFault) -> [JSONValue] {
        guard let member = value[name] else { return [] }
        guard member.isArray else { throw unexpected(name, "an array", member) }
        return Array(member.elements)
    }

    /// The object of a member; nil when there is none.
    func object(_ name: String, members: [String]) throws(SettingsFault) -> SettingsObject? {
        guard let member = value[name] else { return nil }
        return try SettingsObject(member, path: path(of: name), members: members)
    }

    private func unexpected(_ name: String, _ expected: String, _ found: JSONValue) -> SettingsFault {
        .unexpected(path: path(of: name), expected: expected, found: "\(found.kind)")
    }
}
