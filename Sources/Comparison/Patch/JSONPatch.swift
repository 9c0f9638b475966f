public import JSONReading

/// The operations that make one JSON value of another.
///
/// RFC 6902
public struct JSONPatch: Sendable {
    /// An operation.
    public struct Operation: Sendable {
        /// What is done.
        public var operation: Change.Operation

        /// Where; positions in lists are those at the time of the operation.
        public var path: JSONPointer

        /// The value that is put there; nil for a removal.
        public var value: JSONValue?
    }

    /// The operations, in the order in which they are applied.
    public private(set) var operations: [Operation] = []

    /// Creates the operations that make `to` of `from`.
    ///
    /// Numbers are the same where their values are. An object with two members of one name is replaced as a whole, since no
    /// pointer tells them apart.
    public init(from: JSONValue, to: JSONValue) {
        compare(from, to, at: JSONPointer())
    }

    private mutating func compare(_ from: JSONValue, _ to: JSONValue, at path: JSONPointer) {
        guard !CanonicalJSON.areEqual(from, to) else { return }
        if from.isArray, to.isArray {
            compareElements(Array(from.elements), Array(to.elements), at: path)
        } else if let before = from.membersOfOwnNames, let after = to.membersOfOwnNames {
            compareMembers(before, after, at: path)
        } else {
            operations.append(Operation(operation: .replace, path: path, value: to))
        }
    }

    private mutating func compareMembers(
        _ before: [(name: String, value: JSONValue)], _ after: [(name: String, value: JSONValue)], at path: JSONPointer
    ) {
        let new = Dictionary(after.map { member in (member.name, member.value) }) { first, _ in first }
        let old = Set(before.map(\.name))
        for member in before {
            let place = path.appending(.key(member.name))
            if let value = new[member.name] {
                compare(member.value, value, at: place)
            } else {
                operations.append(Operation(operation: .remove, path: place))
            }
        }
        for member in after where !old.contains(member.name) {
            operations.append(
                Operation(operation: .add, path: path.appending(.key(member.name)), value: member.value))
        }
    }

    /// Keeps the elements that both have, in order; between them elements are compared in pairs, and what is left over on
    /// one side is removed or added.
    private mutating func compareElements(_ before: [JSONValue], _ after: [JSONValue], at path: JSONPointer) {
        func keys(_ values: [JSONValue]) -> [ContentHash] {
            values.map { value in ContentHash(of: CanonicalJSON.bytes(of: value)[...]) }
        }
        let matches = SequenceDifference.matches(keys(before), keys(after))
        var position = (before: 0, after: 0)
        for match in matches.map({ match in (match.a, match.b) }) + [(before.count, after.count)] {
            let gap = (before[position.before..<match.0], after[position.after..<match.1])
            let common = min(gap.0.count, gap.1.count)
            // Everything before this gap is as it will be, so positions are those of the second list.
            for index in 0..<common {
                compare(
                    gap.0[gap.0.startIndex + index], gap.1[gap.1.startIndex + index],
                    at: path.appending(.index(position.after + index)))
            }
            for _ in common..<max(common, gap.0.count) {
                operations.append(
                    Operation(operation: .remove, path: path.appending(.index(position.after + common))))
            }
            for index in common..<max(common, gap.1.count) {
                operations.append(
                    Operation(
                        operation: .add, path: path.appending(.index(position.after + index)),
                        value: gap.1[gap.1.startIndex + index]))
            }
            position = (match.0 + 1, match.1 + 1)
        }
    }
}
