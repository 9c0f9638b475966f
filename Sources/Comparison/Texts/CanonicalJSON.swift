package import JSONReading

/// A JSON value in a form that only its meaning decides: members in the order of their names, numbers by their value, no
/// white space.
package enum CanonicalJSON {
    /// Writes a value.
    ///
    /// Of a value that was cut, what there is. Members of one name keep their order.
    ///
    /// - Parameters:
    ///   - value: the value, of any depth that documents are read to.
    ///   - omitted: names of members that are left out of the outermost object: ids that change with every run.
    /// - Returns: the bytes.
    package static func bytes(of value: JSONValue, omitting omitted: Set<String> = []) -> [UInt8] {
        var writer = JSONWriter()
        write(value, omitting: omitted, to: &writer)
        return writer.take()
    }

    /// Whether two values mean the same.
    package static func areEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
        left.rawBytes == right.rawBytes || bytes(of: left) == bytes(of: right)
    }

    private static func write(_ value: JSONValue, omitting omitted: Set<String> = [], to writer: inout JSONWriter) {
        switch value.kind {
        case .object:
            writer.beginObject()
            // Names are compared as bytes: strings that only look alike are two names.
            let members = value.members.map { member in (name: member.name, value: member.value) }
            let sorted = members.enumerated().sorted { left, right in
                let names = (left.element.name.utf8, right.element.name.utf8)
                if names.0.elementsEqual(names.1) { return left.offset < right.offset }
                return names.0.lexicographicallyPrecedes(names.1)
            }
            for member in sorted.map(\.element) where !omitted.contains(member.name) {
                writer.key(member.name)
                write(member.value, to: &writer)
            }
            writer.endObject()
        case .array:
            writer.beginArray()
            for element in value.elements { write(element, to: &writer) }
            writer.endArray()
        case .number: writer.number(lexeme: number(value))
        default: writer.value(value)
        }
    }

    /// A number by its value: `1.0` and `1e0` are `1`; whole numbers of any length keep their digits.
    private static func number(_ value: JSONValue) -> String {
        let lexeme = value.numberLexeme ?? ""
        let isWhole = lexeme.utf8.allSatisfy { byte in (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") }
        guard !isWhole, let number = value.double else { return lexeme == "-0" ? "0" : lexeme }
        return Int(exactly: number).map(String.init) ?? number.description
    }
}
