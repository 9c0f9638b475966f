internal import JSONReading

/// The secrets of a JSON document: strings and numbers under members of known names, at any depth, in arrays too.
enum JSONSecrets {
    /// Finds the secrets of a document that begins at an offset, in order.
    static func spans(in document: JSONDocument, at start: Int = 0) -> [SecretSpan] {
        var found: [SecretSpan] = []
        if let root = document.root { collect(from: root, to: &found) }
        guard start > 0 else { return found }
        return found.map { span in
            var span = span
            span.range = span.range.lowerBound + start..<span.range.upperBound + start
            return span
        }
    }

    /// Collects the secrets of a value, which is no deeper than documents are read.
    private static func collect(
        from value: JSONValue, under name: String? = nil, meaning: SecretName? = nil, to found: inout [SecretSpan]
    ) {
        switch value.kind {
        case .object:
            for member in value.members {
                if member.key.contentBytes.map(SecretPlaces.mayName(member:)) ?? true {
                    let name = member.name
                    collect(from: member.value, under: name, meaning: SecretPlaces.name(ofMember: name), to: &found)
                } else if member.value.isObject || member.value.isArray {
                    collect(from: member.value, to: &found)
                }
            }
        case .array:
            for element in value.elements { collect(from: element, under: name, meaning: meaning, to: &found) }
        case .string:
            guard let meaning, let name else { return }
            found += spans(in: value, named: name, meaning)
        case .number:
            guard let meaning, let name, let lexeme = value.numberLexeme else { return }
            found.append(
                SecretSpan(
                    kind: meaning.kind, value: lexeme, range: value.byteRange, name: name, hasOrdinaryName: true))
        default: return
        }
    }

    /// The secrets of a string: of the value of a header those that the header has, else all of it.
    private static func spans(in value: JSONValue, named name: String, _ meaning: SecretName) -> [SecretSpan] {
        let content = value.contentRange
        return FieldSecrets.spans(in: value.string ?? "", of: meaning).map { span in
            var span = span
            span.name = name
            span.range =
                value.hasEscapes
                ? content : span.range.lowerBound + content.lowerBound..<span.range.upperBound + content.lowerBound
            return span
        }
    }
}
