/// A value of a document.
///
/// It keeps the document's bytes alive and decodes nothing until asked. A question that does not fit its kind is
/// answered with nil, or with nothing to walk.
public struct JSONValue: Sendable {
    let tape: JSONTape
    let index: Int

    /// The value of a node.
    ///
    /// - Parameters:
    ///   - tape: the tape.
    ///   - index: one of its nodes.
    init(tape: JSONTape, index: Int) {
        self.tape = tape
        self.index = index
    }

    var node: JSONNode { tape.nodes[index] }

    /// What the value is.
    public var kind: JSONKind { node.kind }

    /// Where the value's text lies, in bytes from the document's start: a string with its quotes.
    public var byteRange: Range<Int> {
        let node = node
        return Int(node.start)..<Int(node.end)
    }

    /// The value's text as it stands in the document.
    public var rawBytes: ArraySlice<UInt8> { tape.slice(byteRange) }

    /// Whether the end of the text or a fault cut the value, or one inside it.
    public var isUnfinished: Bool { node.flags.contains(.isUnfinished) }

    /// Whether the value is the literal `null`.
    public var isNull: Bool { kind == .null }

    /// Whether the value is an object.
    public var isObject: Bool { kind == .object }

    /// Whether the value is an array.
    public var isArray: Bool { kind == .array }

    /// The members of an object, duplicates included, or the elements of an array; 0 for everything else.
    public var count: Int {
        let node = node
        if node.count < JSONNode.saturatedCount { return node.count }
        return isObject ? members.reduce(0) { count, _ in count + 1 } : elements.reduce(0) { count, _ in count + 1 }
    }

    /// The members of an object in their order, duplicates included; none for everything else.
    public var members: JSONMembers { JSONMembers(of: self) }

    /// The elements of an array in their order; none for everything else.
    public var elements: JSONElements { JSONElements(of: self) }

    /// The value of a member, found by its name with escapes resolved.
    ///
    /// Of several members of that name the last is taken, as most readers do. Names are compared by their characters,
    /// not by canonical equivalence.
    ///
    /// - Parameter name: the name.
    /// - Returns: the member's value; nil when there is none, or the value is no object.
    public subscript(_ name: String) -> JSONValue? {
        guard kind == .object else { return nil }
        let text = tape.bytes.span
        let wanted = name.utf8.span
        var found: Int?
        var key = index + 1
        while key < Int(node.next) {
            if isName(key, equalTo: wanted, in: text) { found = key + 1 }
            key = Int(tape.nodes[key + 1].next)
        }
        return found.map { JSONValue(tape: tape, index: $0) }
    }

    /// The element of an array at a position, found by walking.
    ///
    /// - Parameter position: the position, from 0.
    /// - Returns: the element; nil when there is none, or the value is no array.
    public subscript(_ position: Int) -> JSONValue? {
        guard kind == .array, position >= 0 else { return nil }
        let end = Int(node.next)
        var child = index + 1
        for _ in 0..<position where child < end { child = Int(tape.nodes[child].next) }
        return child < end ? JSONValue(tape: tape, index: child) : nil
    }

    /// Whether a key has these characters; without a copy unless it has escapes or is not UTF-8.
    private func isName(_ key: Int, equalTo wanted: Span<UInt8>, in text: Span<UInt8>) -> Bool {
        let node = tape.nodes[key]
        guard node.flags.isDisjoint(with: [.hasEscapes, .hasInvalidUTF8]) else {
            let name = JSONValue(tape: tape, index: key).string ?? ""
            return Self.areEqual(name.utf8.span, wanted)
        }
        guard Int(node.end - node.start) == wanted.count + 2 else { return false }
        return Self.areEqual(text.extracting(Int(node.start) + 1..<Int(node.end) - 1), wanted)
    }

    private static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] { return false }
        return true
    }
}
