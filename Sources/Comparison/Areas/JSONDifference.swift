internal import JSONReading

/// The smallest members in which two JSON values differ, by their names.
///
/// Lists are compared by the names that their elements have, never by position; a list whose elements have none is one
/// value.
struct JSONDifference {
    /// A member that differs.
    struct Member {
        /// The way to it: `.parameters.properties.city`, `[look_up].type`; empty for the whole value.
        var path: String

        /// The names of the members that it stands in, itself included.
        var names: [String]

        /// The first value, or nil where there is none.
        var from: JSONValue?

        /// The second value, or nil where there is none.
        var to: JSONValue?
    }

    /// The members, in the order of the first value, then those that only the second has.
    private(set) var members: [Member] = []

    /// How deep is looked; below, values are compared as wholes.
    private static let deepest = 64

    /// The members by which elements of lists are told apart; the first that all elements have.
    private static let keys = ["name", "category", "type", "id", "key"]

    /// Compares two values that stand in members of these names.
    init(_ from: JSONValue, _ to: JSONValue, names: [String]) {
        compare(from, to, "", names, depth: 0)
    }

    private mutating func compare(_ from: JSONValue, _ to: JSONValue, _ path: String, _ names: [String], depth: Int) {
        guard !CanonicalJSON.areEqual(from, to) else { return }
        if depth < JSONDifference.deepest, let first = JSONDifference.named(from),
            let second = JSONDifference.named(to),
            first.key == second.key
        {
            func step(to name: String) -> (path: String, names: [String]) {
                first.key == nil ? ("\(path).\(name)", names + [name]) : ("\(path)[\(name)]", names)
            }
            let others = Dictionary(second.children) { first, _ in first }
            let known = Set(first.children.map(\.0))
            for (name, value) in first.children {
                let (path, names) = step(to: name)
                if let other = others[name] {
                    compare(value, other, path, names, depth: depth + 1)
                } else {
                    members.append(Member(path: path, names: names, from: value, to: nil))
                }
            }
            for (name, value) in second.children where !known.contains(name) {
                let (path, names) = step(to: name)
                members.append(Member(path: path, names: names, from: nil, to: value))
            }
        } else {
            members.append(Member(path: path, names: names, from: from, to: to))
        }
    }

    /// The children of a value by name, with the member that names them in a list; nil where they have no names of their
    /// own.
    private static func named(_ value: JSONValue) -> (key: String?, children: [(String, JSONValue)])? {
        if value.isObject { return value.membersOfOwnNames.map { members in (nil, members) } }
        guard value.isArray, value.count > 0 else { return nil }
        for key in keys {
            let names = value.elements.map { element in element[key]?.string }
            guard !names.contains(nil), Set(names).count == names.count else { continue }
            return (key, zip(names, value.elements).map { name, element in (name ?? "", element) })
        }
        return nil
    }
}
