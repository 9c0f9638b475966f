internal import Conversation
internal import JSONReading
internal import Redaction

/// A captured JSON value, verbatim but for its secrets: known ones wherever they stand, and whatever the names of its
/// members say is one, however short.
struct RedactedValue {
    private let value: JSONValue
    private let meaning: MemberMeaning
    private let redactor: Redactor

    /// Takes a value, and the name that it is captured under, if it is a member.
    init(_ value: JSONValue, name: String? = nil, redactor: Redactor) {
        self.value = value
        meaning = name.map(MemberMeaning.none.member(named:)) ?? .none
        self.redactor = redactor
    }

    /// Takes a value, and the names of the members that it stands in, outermost first.
    init(_ value: JSONValue, names: [String], redactor: Redactor) {
        self.value = value
        meaning = names.reduce(.none) { meaning, name in meaning.member(named: name) }
        self.redactor = redactor
    }

    /// The value on one line.
    var compact: String {
        var json = JSONWriter()
        write(to: &json)
        return String(decoding: json.take(), as: UTF8.self)
    }

    /// The characters of the value where it is a string, else the value on one line.
    var text: String {
        value.string.map { string in shown(string, meaning) } ?? compact
    }

    /// Writes the value.
    func write(to json: inout JSONWriter) {
        write(value, meaning, to: &json)
    }

    /// Writes a value of any depth: no deeper than documents are read.
    private func write(_ value: JSONValue, _ meaning: MemberMeaning, to json: inout JSONWriter) {
        switch value.kind {
        case .object:
            json.beginObject()
            for member in value.members {
                json.key(redactor.redact(member.name))
                write(member.value, meaning.member(named: member.name), to: &json)
            }
            json.endObject()
        case .array:
            json.beginArray()
            for element in value.elements { write(element, meaning, to: &json) }
            json.endArray()
        case .string: json.string(shown(value.string ?? "", meaning))
        case .number where meaning.hides(value.numberLexeme ?? "") && redactor.style != .disclosed:
            json.string(shown(value.numberLexeme ?? "", meaning))
        default: json.value(value)
        }
    }

    /// What is shown of a string; of one that a name calls a secret, its mark.
    private func shown(_ text: String, _ meaning: MemberMeaning) -> String {
        guard redactor.style != .disclosed, !text.isEmpty, meaning.hides(text) else { return redactor.redact(text) }
        return redactor.mark(of: text).map(redactor.shown) ?? "[redacted]"
    }
}

extension Redactor {
    /// The arguments of a call as text.
    ///
    /// They are verbatim unless they hold a secret. Then they are written anew: the escapes of JSON may hide it from
    /// any search.
    func redact(argumentsOf call: ToolCall) -> String {
        guard style != .disclosed else { return call.argumentsText }
        guard let arguments = call.arguments else { return redact(json: call.argumentsText) }
        let shown = RedactedValue(arguments, redactor: self).compact
        let holdsSecret = shown != RedactedValue(arguments, redactor: .disclosing).compact
        return holdsSecret ? shown : redact(call.argumentsText)
    }
}
