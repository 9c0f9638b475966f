import CaptureReading
import JSONReading
import Reporting

/// Judges values by a schema: by the keywords that ours use, and an unknown one is itself a fault.
///
/// It is stricter than JSON Schema asks: where a schema lists members, no other member may stand, so that nothing is
/// printed that the schema does not know. `"additionalProperties": true` allows them.
struct SchemaReading {
    private let root: JSONValue

    /// The listed members, as pointers into the schema, that some value had.
    private(set) var reached: Set<String> = []

    /// Reads a schema, which must be one whole JSON document.
    init(_ schema: OutputSchema) throws {
        root = try whole(Array(schema.text.utf8))
    }

    /// What is wrong with a value by the whole schema, or by one of its definitions.
    mutating func faults(in value: JSONValue, by definition: String? = nil) -> [String] {
        let pointer = definition.map { name in "/$defs/\(name)" } ?? ""
        guard let schema = schema(at: pointer) else { return ["no definition \(pointer)"] }
        let verdict = entry(value, "", schema, pointer)
        reached.formUnion(verdict.reached)
        return verdict.faults
    }

    /// The listed members, as pointers into the schema.
    var listed: Set<String> { listed(in: root, at: "") }

    private func listed(in schema: JSONValue, at pointer: String) -> Set<String> {
        var found: Set<String> = []
        for member in schema.members {
            let place = "\(pointer)/\(member.name)"
            let nested = ["properties", "$defs"].contains(member.name) ? Array(member.value.members) : []
            for child in nested {
                if member.name == "properties" { found.insert("\(place)/\(child.name)") }
                found.formUnion(listed(in: child.value, at: "\(place)/\(child.name)"))
            }
            if member.name == "items" { found.formUnion(listed(in: member.value, at: place)) }
            if member.name == "oneOf" {
                for (index, branch) in member.value.elements.enumerated() {
                    found.formUnion(listed(in: branch, at: "\(place)/\(index)"))
                }
            }
        }
        return found
    }

    private func schema(at pointer: String) -> JSONValue? {
        pointer.split(separator: "/").reduce(root) { value, name in value?[String(name)] }
    }

    // MARK: Judging

    /// What came of judging a value by a schema, or by a part of one.
    private struct Verdict {
        var faults: [String] = []
        var members: Set<String> = []
        var isOpen = true
        var reached: Set<String> = []

        mutating func add(_ other: Verdict) {
            faults += other.faults
            members.formUnion(other.members)
            isOpen = isOpen && other.isOpen
            reached.formUnion(other.reached)
        }
    }

    /// Judges a value that stands on its own: all that speaks of it has then been heard.
    private func entry(_ value: JSONValue, _ path: String, _ schema: JSONValue, _ pointer: String) -> Verdict {
        var verdict = judge(value, path, schema, pointer)
        guard !verdict.isOpen else { return verdict }
        for member in value.members where !verdict.members.contains(member.name) {
            verdict.faults.append("\(path)/\(member.name) is not in the schema")
        }
        return verdict
    }

    private func judge(_ value: JSONValue, _ path: String, _ schema: JSONValue, _ pointer: String) -> Verdict {
        var verdict = Verdict()
        for keyword in schema.members {
            let place = "\(pointer)/\(keyword.name)"
            switch keyword.name {
            case "properties": verdict.add(members(of: value, path, keyword.value, place))
            case "items":
                for (index, element) in value.elements.enumerated() {
                    var nested = entry(element, "\(path)/\(index)", keyword.value, place)
                    nested.isOpen = true
                    nested.members = []
                    verdict.add(nested)
                }
            case "oneOf": verdict.add(choice(for: value, path, keyword.value, place))
            case "$ref": verdict.add(reference(for: value, path, keyword.value.string ?? ""))
            case "required":
                for name in keyword.value.elements.compactMap(\.string) where value.isObject && value[name] == nil {
                    verdict.faults.append("\(path) has no \(name)")
                }
            default:
                if let fault = SchemaReading.fault(of: value, keyword.name, keyword.value) {
                    verdict.faults.append("\(path) \(fault)")
                }
            }
        }
        if schema["additionalProperties"]?.bool == true { verdict.isOpen = true }
        return verdict
    }

    private func members(of value: JSONValue, _ path: String, _ listed: JSONValue, _ pointer: String) -> Verdict {
        var verdict = Verdict()
        for member in value.members {
            guard let schema = listed[member.name] else { continue }
            var nested = entry(member.value, "\(path)/\(member.name)", schema, "\(pointer)/\(member.name)")
            nested.members = [member.name]
            nested.reached.insert("\(pointer)/\(member.name)")
            verdict.add(nested)
        }
        verdict.isOpen = false
        return verdict
    }

    private func choice(for value: JSONValue, _ path: String, _ branches: JSONValue, _ pointer: String) -> Verdict {
        let verdicts = branches.elements.enumerated().map { branch in
            judge(value, path, branch.element, "\(pointer)/\(branch.offset)")
        }
        let fitting = verdicts.filter(\.faults.isEmpty)
        guard fitting.count == 1, let only = fitting.first else {
            let reasons = fitting.isEmpty ? verdicts.flatMap(\.faults).joined(separator: ", ") : "several do"
            return Verdict(faults: ["\(path) fits not one alternative: \(reasons)"])
        }
        return only
    }

    private func reference(for value: JSONValue, _ path: String, _ reference: String) -> Verdict {
        let pointer = String(reference.dropFirst())
        guard reference.hasPrefix("#/"), let schema = schema(at: pointer) else {
            return Verdict(faults: ["\(path) is judged by \(reference), which is nowhere"])
        }
        return judge(value, path, schema, pointer)
    }

    // MARK: Keywords of one value

    private static func fault(of value: JSONValue, _ keyword: String, _ wanted: JSONValue) -> String? {
        let isMet =
            switch keyword {
            case "$schema", "title", "description", "$defs": true
            case "additionalProperties": wanted.bool == true
            case "type": names(wanted).contains { name in isOf(name, value) }
            case "const": spelled(value) == spelled(wanted)
            case "enum": wanted.elements.contains { one in spelled(one) == spelled(value) }
            case "not": wanted.members.contains { inner in fault(of: value, inner.name, inner.value) != nil }
            case "minimum": value.double.map { number in number >= wanted.double ?? 0 } ?? true
            case "format" where wanted.string == "date-time": value.string.flatMap(Timestamp.init(rfc3339:)) != nil
            case "pattern": value.string.map { text in matches(text, wanted.string ?? "") } ?? true
            default: false
            }
        return isMet ? nil : "is not as \(keyword) wants it: \(spelled(value))"
    }

    private static func names(_ type: JSONValue) -> [String] {
        type.string.map { name in [name] } ?? type.elements.compactMap(\.string)
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch type {
        case "object": value.isObject
        case "array": value.isArray
        case "string": value.kind == .string
        case "integer": value.int != nil
        case "number": value.double != nil
        case "boolean": value.bool != nil
        case "null": value.isNull
        default: false
        }
    }

    /// Whether a text is as a pattern of the form `^[a-f0-9]{16}[A-Z]{3}$` says.
    private static func matches(_ text: String, _ pattern: String) -> Bool {
        var rest = Array(text.utf8)[...]
        for piece in pattern.dropFirst().dropLast().split(separator: "}") {
            let halves = piece.dropFirst().split(separator: "]{")
            guard halves.count == 2, let count = Int(halves[1]), rest.count >= count else { return false }
            let ends = Array(halves[0].utf8)
            for byte in rest.prefix(count) {
                let isAllowed = stride(from: 0, to: ends.count - 2, by: 3).contains { start in
                    (ends[start]...ends[start + 2]).contains(byte)
                }
                guard isAllowed else { return false }
            }
            rest = rest.dropFirst(count)
        }
        return rest.isEmpty
    }
}
