internal import JSONReading

extension DetailList {
    /// Keeps the members of an object that no reader has taken, each under its name; null says nothing.
    mutating func add(membersOf object: JSONValue, except read: Set<String>) {
        for member in object.members where !member.value.isNull {
            let name = member.name
            if !read.contains(name) { add(member.value, as: name) }
        }
    }

    /// Keeps the members of an object that no reader has taken, each in place of what its name said before; null says
    /// nothing.
    mutating func replace(membersOf object: JSONValue, except read: Set<String>) {
        for member in object.members where !member.value.isNull {
            let name = member.name
            if !read.contains(name) { replace(member.value, as: name) }
        }
    }
}
