internal import JSONReading

/// An object of lists that a stream sends in pieces, each list going on where it stopped: the probabilities of tokens.
struct ListConcatenation: Sendable {
    private var pieces: [JSONValue] = []
    private var names: [String] = []
    private var lists: [[UInt8]: [JSONValue]] = [:]
    private var others: [[UInt8]: JSONValue] = [:]

    /// Takes the next piece; null says nothing.
    mutating func append(_ piece: JSONValue) {
        guard !piece.isNull else { return }
        if pieces.count < 2 { pieces.append(piece) }
        for member in piece.members where !member.value.isNull {
            let name = member.name
            let key = Array(name.utf8)
            if lists[key] == nil, others[key] == nil { names.append(name) }
            if member.value.isArray {
                lists[key, default: []].append(contentsOf: member.value.elements)
            } else {
                others[key] = member.value
            }
        }
    }

    /// The object, verbatim when it came in one piece; nil when none came.
    var value: JSONValue? {
        guard pieces.count > 1 else { return pieces.first }
        var writer = JSONWriter()
        writer.beginObject()
        for name in names {
            let key = Array(name.utf8)
            writer.key(name)
            if let list = lists[key] {
                writer.beginArray()
                for element in list { writer.value(element) }
                writer.endArray()
            } else if let other = others[key] {
                writer.value(other)
            }
        }
        writer.endObject()
        return JSONDocument(parsing: writer.take()).root
    }
}
