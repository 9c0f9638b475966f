/// The members of an object in their order, duplicates included.
public struct JSONMembers: Sequence, Sendable {
    private let object: JSONValue

    /// The members of a value; none when it is no object.
    init(of value: JSONValue) { object = value }

    /// At least how many members there are, without a walk.
    public var underestimatedCount: Int { object.isObject ? object.node.count : 0 }

    /// Starts with the first member.
    public func makeIterator() -> Iterator {
        Iterator(tape: object.tape, key: object.index + 1, end: object.isObject ? Int(object.node.next) : 0)
    }

    /// A walk over the members of an object.
    public struct Iterator: IteratorProtocol, Sendable {
        let tape: JSONTape
        var key: Int
        let end: Int

        /// The next member; nil behind the last one.
        public mutating func next() -> JSONMember? {
            guard key < end else { return nil }
            let member = JSONMember(
                key: JSONValue(tape: tape, index: key), value: JSONValue(tape: tape, index: key + 1))
            key = Int(tape.nodes[key + 1].next)
            return member
        }
    }
}
