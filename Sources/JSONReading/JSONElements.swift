/// The elements of an array in their order.
public struct JSONElements: Sequence, Sendable {
    private let array: JSONValue

    /// The elements of a value; none when it is no array.
    init(of value: JSONValue) { array = value }

    /// At least how many elements there are, without a walk.
    public var underestimatedCount: Int { array.isArray ? array.node.count : 0 }

    /// Starts with the first element.
    public func makeIterator() -> Iterator {
        Iterator(tape: array.tape, index: array.index + 1, end: array.isArray ? Int(array.node.next) : 0)
    }

    /// A walk over the elements of an array.
    public struct Iterator: IteratorProtocol, Sendable {
        let tape: JSONTape
        var index: Int
        let end: Int

        /// The next element; nil behind the last one.
        public mutating func next() -> JSONValue? {
            guard index < end else { return nil }
            let element = JSONValue(tape: tape, index: index)
            index = Int(tape.nodes[index].next)
            return element
        }
    }
}
