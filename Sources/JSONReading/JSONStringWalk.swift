/// A walk over the strings in a value, in the order of the text, that knows where each of them stands.
///
/// It goes along the tape without recursion, and decodes nothing: a document of many MB that is one string takes one step.
package struct JSONStringWalk {
    /// A string, and what lies around it.
    package struct Stop {
        /// The string.
        package let value: JSONValue

        fileprivate let frames: [Frame]

        /// The name of the member that the string is; nil for an element of an array.
        package var name: JSONValue? { frames.last?.key }

        /// The container that holds the string; nil where it is the value that is walked over.
        package var parent: JSONValue? { frames.last?.container }

        /// The containers around the string with the name of the member that leads on from each, innermost first.
        package var enclosing: some Sequence<(container: JSONValue, name: JSONValue?)> {
            frames.reversed().lazy.map { frame in (container: frame.container, name: frame.key) }
        }

        /// The steps that lead from the value that is walked over to the string.
        package var steps: [JSONPointer.Token] {
            frames.map { frame in
                frame.key.map { key in .key(key.string ?? "") } ?? .index(frame.position)
            }
        }
    }

    /// A container that is being walked through.
    fileprivate struct Frame {
        let container: JSONValue
        var key: JSONValue?
        var position = -1

        var end: Int { Int(container.node.next) }
    }

    private let root: JSONValue
    private let shortest: Int

    /// A walk over the strings in a value that take so many bytes at least between their quotes.
    package init(over root: JSONValue, shortest: Int) {
        self.root = root
        self.shortest = shortest
    }

    /// Hands out every string; the names of members are none.
    package func visit(_ body: (Stop) -> Void) {
        let end = Int(root.node.next)
        // Most documents of a stream have no string that is long enough, and need no second look.
        guard (root.index..<end).contains(where: { index in isStop(root.tape.nodes[index]) }) else { return }
        var frames: [Frame] = []
        for index in root.index..<end {
            while let last = frames.last, last.end <= index { frames.removeLast() }
            let node = root.tape.nodes[index]
            let value = JSONValue(tape: root.tape, index: index)
            if !frames.isEmpty {
                let last = frames.count - 1
                if node.flags.contains(.isKey) {
                    frames[last].key = value
                    continue
                }
                if frames[last].container.isArray { frames[last].position += 1 }
            }
            if isStop(node) {
                body(Stop(value: value, frames: frames))
            } else if node.kind == .object || node.kind == .array {
                frames.append(Frame(container: value))
            }
        }
    }

    private func isStop(_ node: JSONNode) -> Bool {
        node.kind == .string && Int(node.end) - Int(node.start) >= shortest + 2 && !node.flags.contains(.isKey)
    }
}

extension JSONValue {
    /// Whether the value is its document's own, not one inside it.
    package var isDocumentRoot: Bool { index == 0 }
}
