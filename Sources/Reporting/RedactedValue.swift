internal import CaptureReading
internal import Conversation
internal import JSONReading
internal import Redaction

/// A captured JSON value, verbatim but for its secrets: known ones wherever they stand, and whatever the name of its
/// member says is one, however short.
struct RedactedValue {
    private let value: JSONValue
    private let name: String?
    private let redactor: Redactor

    /// Takes a value, and the name that it is captured under, if it is a member.
    init(_ value: JSONValue, name: String? = nil, redactor: Redactor) {
        self.value = value
        self.name = name
        self.redactor = redactor
    }

    /// The value on one line.
    var compact: String {
        var json = JSONWriter()
        write(to: &json)
        return String(decoding: json.take(), as: UTF8.self)
    }

    /// Writes the value.
    func write(to json: inout JSONWriter) {
        write(value, named: name, to: &json)
    }

    /// Writes a value of any depth: no deeper than documents are read.
    private func write(_ value: JSONValue, named name: String?, to json: inout JSONWriter) {
        switch value.kind {
        case .object:
            json.beginObject()
            for member in value.members {
                json.key(redactor.redact(member.name))
                write(member.value, named: member.name, to: &json)
            }
            json.endObject()
        case .array:
            json.beginArray()
            for element in value.elements { write(element, named: name, to: &json) }
            json.endArray()
        case .string: json.string(shown(value.string ?? "", named: name))
        case .number where SecretPlaces.kind(ofMember: name ?? "") != nil && redactor.style != .disclosed:
            json.string(shown(value.numberLexeme ?? "", named: name))
        default: json.value(value)
        }
    }

    /// What is shown of a string; of one that its name calls a secret, its mark.
    private func shown(_ text: String, named name: String?) -> String {
        guard redactor.style != .disclosed, !text.isEmpty, let name, SecretPlaces.kind(ofMember: name) != nil else {
            return redactor.redact(text)
        }
        return redactor.mark(of: text).map(redactor.shown) ?? "[redacted]"
    }
}

extension Redactor {
    /// The arguments of a call as text.
    ///
    /// They are verbatim unless they hold a secret. Then they are written anew: the escapes of JSON may hide it from
    /// any search.
    func redact(argumentsOf call: ToolCall) -> String {
        guard style != .disclosed, let arguments = call.arguments else { return redact(call.argumentsText) }
        let shown = RedactedValue(arguments, redactor: self).compact
        let holdsSecret = shown != RedactedValue(arguments, redactor: .disclosing).compact
        return holdsSecret ? shown : redact(call.argumentsText)
    }
}
