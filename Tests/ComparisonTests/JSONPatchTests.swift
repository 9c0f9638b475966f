import Comparison
import JSONReading
import TestSupport
import Testing

@Suite struct JSONPatchTests {
    @Test(
        "the operations are the fewest that a reader would write, and make the second value of the first",
        arguments: [
            ("1", "1", []), ("1", "2", ["replace "]), (#"{"a": 1}"#, #"{"a": 1.0}"#, []),
            (#"{"a": 1}"#, #"{"b": 1}"#, ["remove /a", "add /b"]),
            (#"{"a": [1]}"#, #"{"a": {"b": 1}}"#, ["replace /a"]),
            ("[1, 2, 3]", "[1, 3]", ["remove /1"]), ("[1, 3]", "[1, 2, 3]", ["add /1"]),
            ("[1, 2, 3]", "[4, 1, 5, 3]", ["add /0", "replace /2"]), ("[1, 2]", "[]", ["remove /0", "remove /0"]),
            (#"[{"a": 1}, {"b": 2}]"#, #"[{"a": 2}, {"b": 2}]"#, ["replace /0/a"]),
            (#"{"a/b": {"~": 1}}"#, #"{"a/b": {"~": 2}}"#, ["replace /a~1b/~0"]),
            (#"{"a": 1, "a": 2}"#, #"{"a": 3}"#, ["replace "]),
            (#"{"1": {"0": 1}}"#, #"{"1": {"0": 2}}"#, ["replace /1/0"]),
        ])
    func operations(_ from: String, _ to: String, _ expected: [String]) throws {
        let (before, after) = (try Patching.value(from), try Patching.value(to))
        let patch = JSONPatch(from: before, to: after)
        #expect(patch.operations.map { operation in "\(operation.operation.rawValue) \(operation.path)" } == expected)
        let result = try Patching(before).applying(patch)
        #expect(CanonicalJSON.areEqual(result, after))
    }

    @Test("applied to the first of any two values, the operations give the second")
    func random() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<300 {
            let texts = (Patching.text(&random, depth: 3), Patching.text(&random, depth: 3))
            let (before, after) = (try Patching.value(texts.0), try Patching.value(texts.1))
            let result = try Patching(before).applying(JSONPatch(from: before, to: after))
            #expect(CanonicalJSON.areEqual(result, after), "\(texts.0) \(texts.1)")
        }
    }
}

/// Applies patches, by the letter of RFC 6902.
struct Patching {
    /// A document that can be changed.
    private indirect enum Node {
        case object([(String, Node)])
        case array([Node])
        case scalar(JSONValue)
    }

    private struct Failure: Error {
        var path: String
    }

    private let root: Node

    init(_ value: JSONValue) {
        root = Patching.node(value)
    }

    static func value(_ text: String) throws -> JSONValue {
        let document = JSONDocument(parsing: Array(text.utf8))
        try #require(document.isComplete, "\(text)")
        return try #require(document.root)
    }

    /// The document after all operations.
    func applying(_ patch: JSONPatch) throws -> JSONValue {
        var node = root
        for operation in patch.operations {
            // A pointer is spelled and read again, as it is on its way to another program.
            let path = try JSONPointer(parsing: operation.path.description)
            node = try Patching.applied(operation, path.tokens[...], to: node)
        }
        return try Patching.value(Patching.spelled(node))
    }

    private static func applied(
        _ operation: JSONPatch.Operation, _ path: ArraySlice<JSONPointer.Token>, to node: Node
    ) throws -> Node {
        guard let step = path.first else {
            guard operation.operation == .replace, let value = operation.value else { throw Failure(path: "") }
            return Patching.node(value)
        }
        let rest = path.dropFirst()
        switch (node, step) {
        case (.object(var members), _):
            let name =
                if case .key(let key) = step { key } else if case .index(let index) = step { "\(index)" } else { "" }
            let position = members.firstIndex { member in member.0 == name }
            if rest.isEmpty, operation.operation == .add, let value = operation.value {
                if let position { members.remove(at: position) }
                members.append((name, Patching.node(value)))
            } else if let position {
                if rest.isEmpty, operation.operation == .remove {
                    members.remove(at: position)
                } else {
                    members[position].1 = try applied(operation, rest, to: members[position].1)
                }
            } else {
                throw Failure(path: name)
            }
            return .object(members)
        case (.array(var elements), .index(let index)):
            if rest.isEmpty, operation.operation == .add, let value = operation.value, index <= elements.count {
                elements.insert(Patching.node(value), at: index)
            } else if index < elements.count {
                if rest.isEmpty, operation.operation == .remove {
                    elements.remove(at: index)
                } else {
                    elements[index] = try applied(operation, rest, to: elements[index])
                }
            } else {
                throw Failure(path: "\(index)")
            }
            return .array(elements)
        default: throw Failure(path: "\(step)")
        }
    }

    private static func node(_ value: JSONValue) -> Node {
        if value.isObject { return .object(value.members.map { member in (member.name, node(member.value)) }) }
        return value.isArray ? .array(value.elements.map(node)) : .scalar(value)
    }

    private static func spelled(_ node: Node) -> String {
        switch node {
        case .object(let members):
            let spelledMembers = members.map { name, value in
                var json = JSONWriter()
                json.string(name)
                return String(decoding: json.take(), as: UTF8.self) + ":" + spelled(value)
            }
            return "{\(spelledMembers.joined(separator: ","))}"
        case .array(let elements): return "[\(elements.map(spelled).joined(separator: ","))]"
        case .scalar(let value): return String(decoding: value.rawBytes, as: UTF8.self)
        }
    }

    /// A random document.
    static func text(_ random: inout SplitMix, depth: Int) -> String {
        let choice = random.next() % (depth > 0 ? 5 : 2)
        let count = Int(random.next() % 4)
        switch choice {
        case 0: return "\(random.next() % 3)"
        case 1: return #""t\#(random.next() % 3)""#
        case 2, 3:
            return "[\((0..<count).map { _ in text(&random, depth: depth - 1) }.joined(separator: ","))]"
        default:
            return
                "{\((0..<count).map { index in #""k\#(index)": "# + text(&random, depth: depth - 1) }.joined(separator: ","))}"
        }
    }
}
