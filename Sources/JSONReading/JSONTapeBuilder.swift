/// Reads a text in one pass and lays its values on a tape.
///
/// A container that is still open holds in its own node where the one around it is, so depth costs neither memory nor the
/// call stack. What is done for every value is inlined into one loop over a copy of the builder, so that its few numbers
/// stay in registers; what is done now and then gets offsets and gives offsets.
///
/// RFC 8259 §2
struct JSONTapeBuilder {
    /// What the strings so far were forgiven.
    private(set) var flaws: JSONFlaws = []

    /// Why reading stopped, if it did.
    private(set) var fault: JSONFault?

    private var position = 0

    /// What the grammar allows where the next value is to begin.
    private var expected = JSONExpectation.value

    /// The innermost open container, if `depth` is not 0.
    private var current = OpenContainer(node: 0, parent: 0, isObject: false)
    private var depth = 0
    private let depthLimit: Int

    /// Whether there is nothing more to append.
    private var isAtEnd = false

    /// Nodes to make room for at first: one for so many bytes, up to 1 MB of them; a tape of long strings needs fewer.
    private static let bytesPerNode = 8
    private static let initialNodeLimit = 65_536

    /// Nodes that are appended between two looks at the room: a value, and the name of the next one.
    private static let nodesPerStep = 2

    /// A container whose end was not read yet.
    private struct OpenContainer {
        let node: Int
        let parent: Int
        let isObject: Bool
        var count = 0
    }

    /// A builder that has read nothing.
    init(depthLimit: Int) { self.depthLimit = depthLimit }

    /// Reads a whole text, and hands out its values in the order of their first bytes; to be called once.
    mutating func read(_ text: Span<UInt8>) -> [JSONNode] {
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { position = 3 }
        position = WhiteSpaceScan.end(in: text, from: position)
        guard position < text.count else {
            fault = .empty(offset: text.count)
            return []
        }
        var capacity = min(text.count / Self.bytesPerNode, Self.initialNodeLimit) + Self.nodesPerStep
        var nodes: [JSONNode] = []
        nodes.append(addingCapacity: capacity) { output in read(text, into: &output) }
        while !isAtEnd {
            capacity *= 2
            let start = nodes
            nodes = []
            nodes.append(addingCapacity: capacity) { output in
                for index in start.indices { output.append(start[index]) }
                read(text, into: &output)
            }
        }
        if fault == nil {
            position = WhiteSpaceScan.end(in: text, from: position)
            if position < text.count { fault = .trailingContent(offset: position) }
        }
        return nodes
    }

    /// Reads up to the end of the value or of the room.
    private mutating func read(_ text: Span<UInt8>, into nodes: inout OutputSpan<JSONNode>) {
        var pass = self
        do throws(JSONFault) {
            try pass.readValues(text, into: &nodes)
        } catch {
            pass.fault = error
            pass.isAtEnd = true
            pass.closeEverything(at: error.offset, in: &nodes)
        }
        self = pass
    }

    /// Reads a value, then whatever stands before the next one, and so on.
    @inline(__always)
    private mutating func readValues(
        _ text: Span<UInt8>, into nodes: inout OutputSpan<JSONNode>
    ) throws(JSONFault) {
        while nodes.freeCapacity >= Self.nodesPerStep {
            try readValue(text, into: &nodes)
            while true {
                guard depth > 0 else {
                    isAtEnd = true
                    return
                }
                let isFirst = current.count == 0
                let behind: JSONExpectation
                if current.isObject {
                    behind = isFirst ? .keyOrObjectEnd : .commaOrObjectEnd
                } else {
                    behind = isFirst ? .valueOrArrayEnd : .commaOrArrayEnd
                }
                let byte = try nextByte(text, expected: behind)
                if byte == (current.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    closeContainer(in: &nodes)
                    continue
                }
                if !isFirst {
                    guard byte == UInt8(ascii: ",") else { throw unexpected(byte, expected: behind) }
                    position &+= 1
                }
                if current.isObject {
                    try readName(text, expected: isFirst ? .keyOrObjectEnd : .key, into: &nodes)
                    expected = .value
                } else {
                    expected = isFirst ? .valueOrArrayEnd : .value
                }
                break
            }
        }
    }

    // MARK: Containers

    @inline(__always)
    private mutating func openContainer(
        _ kind: JSONKind, in nodes: inout OutputSpan<JSONNode>
    ) throws(JSONFault) {
        guard depth < depthLimit else { throw .tooDeep(limit: depthLimit, offset: position) }
        let node = nodes.count
        append(kind, end: position &+ 1, to: &nodes)
        if depth > 0 { nodes[current.node].suspend(parent: current.parent, count: current.count) }
        current = OpenContainer(node: node, parent: current.node, isObject: kind == .object)
        depth &+= 1
        position &+= 1
    }

    @inline(__always)
    private mutating func closeContainer(in nodes: inout OutputSpan<JSONNode>) {
        position &+= 1
        close(end: position, flags: [], in: &nodes)
    }

    @inline(__always)
    private mutating func close(end: Int, flags: JSONNode.Flags, in nodes: inout OutputSpan<JSONNode>) {
        nodes[current.node].close(end: end, next: nodes.count, count: current.count, flags: flags)
        depth &-= 1
        guard depth > 0 else { return }
        let parent = nodes[current.parent]
        current = OpenContainer(
            node: current.parent, parent: Int(parent.next), isObject: parent.kind == .object, count: parent.count)
    }

    /// Ends every open container at a fault, and drops a key that has no value.
    @inline(__always)
    private mutating func closeEverything(at offset: Int, in nodes: inout OutputSpan<JSONNode>) {
        if !nodes.isEmpty, nodes[nodes.count - 1].flags.contains(.isKey) { _ = nodes.removeLast() }
        while depth > 0 { close(end: offset, flags: .isUnfinished, in: &nodes) }
    }

    // MARK: Values

    /// Reads the name of a member and the colon behind it.
    @inline(__always)
    private mutating func readName(
        _ text: Span<UInt8>, expected: JSONExpectation, into nodes: inout OutputSpan<JSONNode>
    ) throws(JSONFault) {
        var byte = try nextByte(text, expected: expected)
        guard byte == UInt8(ascii: "\"") else { throw unexpected(byte, expected: expected) }
        try readString(text, flags: .isKey, into: &nodes)
        byte = try nextByte(text, expected: .colon)
        guard byte == UInt8(ascii: ":") else { throw unexpected(byte, expected: .colon) }
        position &+= 1
    }

    @inline(__always)
    private mutating func readValue(
        _ text: Span<UInt8>, into nodes: inout OutputSpan<JSONNode>
    ) throws(JSONFault) {
        let byte = try nextByte(text, expected: expected)
        switch byte {
        case UInt8(ascii: "\""): try readString(text, flags: [], into: &nodes)
        case UInt8(ascii: "{"): try openContainer(.object, in: &nodes)
        case UInt8(ascii: "["): try openContainer(.array, in: &nodes)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try readNumber(text, into: &nodes)
        case UInt8(ascii: "n"): try readLiteral(text, .null, into: &nodes)
        case UInt8(ascii: "f"): try readLiteral(text, .false, into: &nodes)
        case UInt8(ascii: "t"): try readLiteral(text, .true, into: &nodes)
        default: throw unexpected(byte, expected: expected)
        }
    }

    /// Reads a string; one that breaks off is kept as far as it goes.
    @inline(__always)
    private mutating func readString(
        _ text: Span<UInt8>, flags: JSONNode.Flags, into nodes: inout OutputSpan<JSONNode>
    ) throws(JSONFault) {
        let end = PlainRun.end(in: text, from: position &+ 1)
        if end < text.count, text[end] == UInt8(ascii: "\"") {
            append(.string, end: end &+ 1, flags: flags, to: &nodes)
            position = end &+ 1
            return
        }
        let scan = StringScan(of: text, from: end)
        let unfinished: JSONNode.Flags = scan.fault == nil ? [] : .isUnfinished
        append(.string, end: scan.position, flags: flags.union(scan.flags).union(unfinished), to: &nodes)
        flaws.formUnion(JSONFlaws(scan.flags))
        if let fault = scan.fault { throw fault }
        position = scan.position
    }

    /// Reads a number; one that the end of the text may have cut is kept if it is a number so far.
    @inline(__always)
    private mutating func readNumber(
        _ text: Span<UInt8>, into nodes: inout OutputSpan<JSONNode>
    ) throws(JSONFault) {
        let end = try NumberScan.end(in: text, from: position)
        let mayBeCut = end == text.count && depth > 0
        append(.number, end: end, flags: mayBeCut ? .isUnfinished : [], to: &nodes)
        position = end
    }

    @inline(__always)
    private mutating func readLiteral(
        _ text: Span<UInt8>, _ kind: JSONKind, into nodes: inout OutputSpan<JSONNode>
    ) throws(JSONFault) {
        let end = try LiteralScan.end(in: text, from: position, of: kind)
        append(kind, end: end, to: &nodes)
        position = end
    }

    /// Appends the value that begins at the current position.
    @inline(__always)
    private mutating func append(
        _ kind: JSONKind, end: Int, flags: JSONNode.Flags = [], to nodes: inout OutputSpan<JSONNode>
    ) {
        nodes.append(JSONNode(kind: kind, start: position, end: end, next: nodes.count &+ 1, flags: flags))
        if !flags.contains(.isKey) { current.count &+= 1 }
    }

    // MARK: Bytes

    /// The next byte that is not white space, which stays where it is.
    @inline(__always)
    private mutating func nextByte(_ text: Span<UInt8>, expected: JSONExpectation) throws(JSONFault) -> UInt8 {
        // Between most tokens there is no white space.
        if position < text.count, text[position] <= UInt8(ascii: " ") {
            position = WhiteSpaceScan.end(in: text, from: position)
        }
        guard position < text.count else { throw .truncated(expected: expected, offset: position) }
        return text[position]
    }

    private func unexpected(_ byte: UInt8, expected: JSONExpectation) -> JSONFault {
        .unexpectedByte(found: byte, expected: expected, offset: position)
    }
}
