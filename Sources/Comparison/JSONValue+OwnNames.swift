internal import JSONReading

extension JSONValue {
    /// The members of an object whose names are all different; nil for everything else.
    var membersOfOwnNames: [(name: String, value: JSONValue)]? {
        guard isObject else { return nil }
        let members = members.map { member in (name: member.name, value: member.value) }
        return Set(members.map(\.name)).count == members.count ? members : nil
    }
}
