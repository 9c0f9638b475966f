internal import JSONReading

/// The arguments of a call that arrived as text.
struct CallArguments: Sendable {
    /// The text: verbatim as it came, `{}` when none came.
    let text: String

    /// The value; nil when the text is no JSON.
    let value: JSONValue?

    /// Joins pieces of text; without any, the arguments are those that came whole, and with none of these empty.
    init(pieces: JSONText, whole: JSONValue?) {
        if pieces.isEmpty {
            value = whole ?? CallArguments.none
            text = value.map { value in String(decoding: value.rawBytes, as: UTF8.self) } ?? "{}"
        } else {
            text = pieces.string
            let document = JSONDocument(parsing: Array(text.utf8))
            value = document.isComplete ? document.root : nil
        }
    }

    /// Reads arguments that came whole: as an object, or as text that is JSON.
    ///
    /// An empty text and null are no arguments at all.
    init(_ value: JSONValue?) {
        guard let value, !value.isNull else {
            self.init(pieces: JSONText(), whole: nil)
            return
        }
        if let text = value.text {
            self.init(pieces: text, whole: nil)
        } else {
            self.init(pieces: JSONText(), whole: value)
        }
    }

    /// What no arguments at all are.
    private static let none = JSONDocument(parsing: Array("{}".utf8)).root

    /// An object with the arguments as one of its members, in the member's place or at the end; nil when it is no
    /// object.
    ///
    /// Arguments that are no JSON stand as text.
    func replacing(_ name: String, of object: JSONValue) -> JSONValue? {
        guard object.isObject else { return nil }
        var writer = JSONWriter()
        var isWritten = false
        writer.beginObject()
        for member in object.members where member.name != name || !isWritten {
            writer.key(member.name)
            if member.name == name { write(to: &writer) } else { writer.value(member.value) }
            isWritten = isWritten || member.name == name
        }
        if !isWritten {
            writer.key(name)
            write(to: &writer)
        }
        writer.endObject()
        return JSONDocument(parsing: writer.take()).root
    }

    private func write(to writer: inout JSONWriter) {
        if let value { writer.value(value) } else { writer.string(text) }
    }
}
