internal import JSONReading

/// Arguments of a function call that arrive in pieces, each with the path of the value that it belongs to.
///
/// Strings grow at their path; numbers, booleans and null are set. https://ai.google.dev/api/generate-content,
/// `PartialArg`
struct PartialArguments: Sendable {
    /// Deeper paths are not followed: no real function has such arguments, and the depth is the capture's to choose.
    private static let deepest = 64

    /// How far an index may lie beyond the end of its array: nothing is allocated from a number that the capture
    /// declares.
    private static let widestGap = 64

    private var root: Node
    private var isBroken = false

    /// A value that may still grow.
    private indirect enum Node: Sendable {
        case object([(name: String, value: Node)])
        case array([Node])
        case text(JSONText)
        case scalar(String)
        case verbatim(JSONValue)
    }

    /// A step of a path.
    private enum Step {
        case name(String)
        case index(Int)
    }

    /// Begins with the arguments that came whole, or with none.
    init(startingWith whole: JSONValue?) {
        let members = whole?.members.map { member in (name: member.name, value: Node.verbatim(member.value)) } ?? []
        root = .object(members)
    }

    /// Puts a piece where its path says.
    mutating func put(_ piece: JSONValue) {
        let path = piece.field("jsonPath", "json_path")?.string
        guard let steps = path.flatMap(PartialArguments.steps), steps.count <= PartialArguments.deepest else {
            isBroken = true
            return
        }
        if !PartialArguments.put(piece, at: steps[...], into: &root) { isBroken = true }
    }

    /// The arguments as text and as a value, and whether a piece of them found no place.
    func assembled() -> (text: String, value: JSONValue?, isBroken: Bool) {
        var writer = JSONWriter(layout: .compact)
        PartialArguments.write(root, to: &writer)
        let bytes = writer.take()
        return (String(decoding: bytes, as: UTF8.self), JSONDocument(parsing: bytes).root, isBroken)
    }

    /// Follows the path, making what is missing on the way; false when the path contradicts what is there.
    private static func put(_ piece: JSONValue, at path: ArraySlice<Step>, into node: inout Node) -> Bool {
        guard let step = path.first else { return set(piece, at: &node) }
        switch (step, node) {
        case (.name(let name), .object(var members)):
            node = .scalar("null")
            let known = members.firstIndex { member in member.name == name }
            if known == nil { members.append((name, .scalar("null"))) }
            let isPut = put(piece, at: path.dropFirst(), into: &members[known ?? members.count - 1].value)
            node = .object(members)
            return isPut
        case (.index(let index), .array(var elements)):
            guard index <= elements.count + widestGap else { return false }
            node = .scalar("null")
            while elements.count <= index { elements.append(.scalar("null")) }
            let isPut = put(piece, at: path.dropFirst(), into: &elements[index])
            node = .array(elements)
            return isPut
        case (.name, .scalar("null")):
            node = .object([])
            return put(piece, at: path, into: &node)
        case (.index, .scalar("null")):
            node = .array([])
            return put(piece, at: path, into: &node)
        default:
            return false
        }
    }

    /// Sets a value, or lets a text grow; false when the piece has no value.
    private static func set(_ piece: JSONValue, at node: inout Node) -> Bool {
        if let string = piece.field("stringValue", "string_value") {
            var joined = JSONText()
            if case .text(let before) = node { joined = before }
            node = .scalar("null")
            joined.append(string)
            node = .text(joined)
        } else if let number = piece.field("numberValue", "number_value")?.numberLexeme {
            node = .scalar(number)
        } else if let bool = piece.field("boolValue", "bool_value")?.bool {
            node = .scalar(bool ? "true" : "false")
        } else if piece["nullValue"] != nil || piece["null_value"] != nil {
            node = .scalar("null")
        } else {
            // A string that is empty so far is announced without a value.
            if case .scalar("null") = node { node = .text(JSONText()) }
            return piece.field("willContinue", "will_continue") != nil
        }
        return true
    }

    private static func write(_ node: Node, to writer: inout JSONWriter) {
        switch node {
        case .object(let members):
            writer.beginObject()
            for member in members {
                writer.key(member.name)
                write(member.value, to: &writer)
            }
            writer.endObject()
        case .array(let elements):
            writer.beginArray()
            for element in elements { write(element, to: &writer) }
            writer.endArray()
        case .text(let text): writer.string(text.string)
        case .scalar("true"): writer.bool(true)
        case .scalar("false"): writer.bool(false)
        case .scalar("null"): writer.null()
        case .scalar(let lexeme): writer.number(lexeme: lexeme)
        case .verbatim(let value): writer.value(value) { string in string }
        }
    }

    /// The steps of a path: `$.steps[0].name`, `$['odd name']`; nil when it is none.
    ///
    /// RFC 9535 §2.1, its child segments only
    private static func steps(_ path: String) -> [Step]? {
        var rest = Substring(path)
        guard rest.popFirst() == "$" else { return nil }
        var steps: [Step] = []
        while let mark = rest.popFirst() {
            let end: Substring.Index?
            switch mark {
            case ".": end = rest.firstIndex { character in character == "." || character == "[" } ?? rest.endIndex
            case "[": end = rest.firstIndex(of: "]")
            default: end = nil
            }
            guard let end, end > rest.startIndex else { return nil }
            let token = rest[..<end]
            rest = mark == "[" ? rest[end...].dropFirst() : rest[end...]
            if mark == ".", !token.isEmpty {
                steps.append(.name(String(token)))
            } else if let index = Int(token), index >= 0 {
                steps.append(.index(index))
            } else if let quote = token.first, quote == "'" || quote == "\"", token.last == quote, token.count >= 2 {
                steps.append(.name(String(token.dropFirst().dropLast())))
            } else {
                return nil
            }
        }
        return steps
    }
}
