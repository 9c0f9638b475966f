package import JSONReading

/// Arguments of a function call that arrive in pieces, each with the path of the value that it belongs to.
///
/// Strings grow at their path; numbers, booleans and null are set. The time is linear in the pieces, however many paths
/// they have and however often one string grows.
///
/// https://ai.google.dev/api/generate-content, `PartialArg`
package struct PartialArguments: Sendable {
    /// A value that may still grow.
    ///
    /// Text lies open in it, so that it grows in place.
    private struct Node: Sendable {
        /// The name that it has in its object; empty in an array.
        let name: [UInt8]
        var kind = Kind.null
        var text = JSONText()
        /// The members of an object or the elements of an array, by their numbers.
        var children: [Int] = []
    }

    /// What a value is so far; one that nothing has been said of is null.
    private enum Kind: Sendable {
        case null
        case object
        case array
        case text
        case bool(Bool)
        case number(lexeme: String)
        case verbatim(JSONValue)
    }

    /// A member of an object, which is given by its number.
    private struct Member: Hashable, Sendable {
        let object: Int
        let name: [UInt8]
    }

    /// The values, each by its number; the first is the whole.
    private var nodes = [Node(name: [], kind: .object)]
    private var members: [Member: Int] = [:]
    private var isBroken = false

    /// How many elements that no piece speaks of may still be made up before one with a larger index: nothing is
    /// allocated from a number that the capture declares.
    private var gapsLeft = 1_024

    /// Begins with the arguments that came whole, or with none.
    package init(startingWith whole: JSONValue?) {
        guard let whole else { return }
        for member in whole.members {
            let child = addMember(Array(member.name.utf8), to: 0)
            nodes[child].kind = .verbatim(member.value)
        }
    }

    /// Sets members that came whole beside pieces; nil has none.
    package mutating func merge(_ whole: JSONValue?) {
        guard let whole else { return }
        for member in whole.members {
            let name = Array(member.name.utf8)
            let child = members[Member(object: 0, name: name)] ?? addMember(name, to: 0)
            nodes[child].kind = .verbatim(member.value)
        }
    }

    /// Puts a piece where its path says.
    package mutating func put(_ piece: JSONValue) {
        guard let path = piece.field("jsonPath", "json_path")?.string.flatMap(ArgumentPath.init),
            let node = node(at: path), set(piece, at: node)
        else {
            isBroken = true
            return
        }
    }

    /// The arguments as text and as a value, and whether a piece of them found no place.
    package func assembled() -> (text: String, value: JSONValue?, isBroken: Bool) {
        var writer = JSONWriter(layout: .compact)
        write(0, to: &writer)
        let bytes = writer.take()
        return (String(decoding: bytes, as: UTF8.self), JSONDocument(parsing: bytes).root, isBroken)
    }

    /// The value at a path, made with what is missing on the way; nil when the path contradicts what is there.
    private mutating func node(at path: ArgumentPath) -> Int? {
        var current = 0
        for step in path.steps {
            switch (step, nodes[current].kind) {
            case (.name, .null): nodes[current].kind = .object
            case (.index, .null): nodes[current].kind = .array
            case (.name, .object), (.index, .array): break
            default: return nil
            }
            switch step {
            case .name(let name):
                current = members[Member(object: current, name: name)] ?? addMember(name, to: current)
            case .index(let index):
                guard fill(current, upTo: index) else { return nil }
                current = nodes[current].children[index]
            }
        }
        return current
    }

    /// Makes the elements of an array up to an index; false when they are too many.
    private mutating func fill(_ array: Int, upTo index: Int) -> Bool {
        let gap = max(0, index - nodes[array].children.count)
        guard gap <= gapsLeft else { return false }
        gapsLeft -= gap
        while nodes[array].children.count <= index { _ = addChild(named: [], to: array) }
        return true
    }

    /// Makes a member; of several with one name the last is the one that paths mean.
    private mutating func addMember(_ name: [UInt8], to object: Int) -> Int {
        let child = addChild(named: name, to: object)
        members[Member(object: object, name: name)] = child
        return child
    }

    private mutating func addChild(named name: [UInt8], to container: Int) -> Int {
        nodes.append(Node(name: name))
        nodes[container].children.append(nodes.count - 1)
        return nodes.count - 1
    }

    /// Sets a value, or lets a text grow; false when the piece has no value, or would take the place of a container.
    private mutating func set(_ piece: JSONValue, at node: Int) -> Bool {
        switch nodes[node].kind {
        case .object, .array: return false
        default: break
        }
        if let string = piece.field("stringValue", "string_value") {
            if case .text = nodes[node].kind {} else { begin(text: node) }
            nodes[node].text.append(string)
        } else if let lexeme = piece.field("numberValue", "number_value")?.numberLexeme {
            nodes[node].kind = .number(lexeme: lexeme)
        } else if let bool = piece.field("boolValue", "bool_value")?.bool {
            nodes[node].kind = .bool(bool)
        } else if piece["nullValue"] != nil || piece["null_value"] != nil {
            nodes[node].kind = .null
        } else {
            // A string that is empty so far is announced without a value.
            if case .null = nodes[node].kind { begin(text: node) }
            return piece.field("willContinue", "will_continue") != nil
        }
        return true
    }

    private mutating func begin(text node: Int) {
        nodes[node].kind = .text
        nodes[node].text = JSONText()
    }

    /// Writes a value; paths bound how deep it is.
    private func write(_ node: Int, to writer: inout JSONWriter) {
        switch nodes[node].kind {
        case .object:
            writer.beginObject()
            for child in nodes[node].children {
                writer.key(String(decoding: nodes[child].name, as: UTF8.self))
                write(child, to: &writer)
            }
            writer.endObject()
        case .array:
            writer.beginArray()
            for child in nodes[node].children { write(child, to: &writer) }
            writer.endArray()
        case .text: writer.string(nodes[node].text.string)
        case .bool(let bool): writer.bool(bool)
        case .number(let lexeme): writer.number(lexeme: lexeme)
        case .null: writer.null()
        case .verbatim(let value): writer.value(value) { string in string }
        }
    }
}
