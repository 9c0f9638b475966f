import FuzzSupport
import JSONReading

/// Goes over a tape and claims what its documentation promises.
struct TapeWalk {
    private let nodes: [JSONNode]
    private let bytes: [UInt8]

    /// The containers around the node being looked at: the index behind each, and how many children it has so far.
    private var open: [(node: JSONNode, next: Int, count: Int)] = []

    /// Prepares a walk over a document's tape.
    init(_ document: JSONDocument) {
        nodes = document.nodes
        bytes = Array(document.bytes)
    }

    /// Walks from the first node to the last.
    mutating func run() {
        for index in nodes.indices {
            closeContainers(before: index)
            check(nodes[index], at: index)
        }
        closeContainers(before: nodes.count)
        claim("every container ends on the tape", open.isEmpty)
    }

    /// Ends the containers whose subtree ends before a node.
    private mutating func closeContainers(before index: Int) {
        while let last = open.last, last.next <= index {
            claim("a subtree ends where it says", last.next == index)
            claim("a container counts its children", last.node.count == last.count)
            open.removeLast()
        }
    }

    private mutating func check(_ node: JSONNode, at index: Int) {
        claim("a value lies in the text", node.start <= node.end && Int(node.end) <= bytes.count)
        claim("a subtree lies on the tape", Int(node.next) > index && Int(node.next) <= nodes.count)
        if index > 0 { claim("values stand in the order of their first bytes", nodes[index - 1].start < node.start) }
        let isKey = node.flags.contains(.isKey)
        if let parent = open.last {
            claim("a child lies in its parent", node.start > parent.node.start && node.end <= parent.node.end)
            claim("only members have names", parent.node.kind == .object || !isKey)
            let isValue = index > 0 && nodes[index - 1].flags.contains(.isKey)
            claim("names and values take turns", parent.node.kind != .object || isKey != isValue)
            if !isKey { open[open.count - 1].count += 1 }
        } else {
            claim("there is one value at the top", index == 0 && !isKey)
        }
        if node.kind == .object || node.kind == .array {
            open.append((node, Int(node.next), 0))
        } else {
            claim("a scalar has nothing in it", Int(node.next) == index + 1)
        }
    }
}
