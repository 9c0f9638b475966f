internal import CaptureReading
internal import JSONReading

/// An object that a stream sends in pieces: of each member the last value that is not null.
struct MergedObject: Sendable {
    private var objects: [JSONValue] = []
    private var members: [[UInt8]: JSONValue] = [:]
    private var names: [String] = []

    /// Where the last piece stands.
    private(set) var place: Place?

    /// Takes the next piece; anything but an object is none.
    mutating func merge(_ object: JSONValue?, place: Place?) {
        guard let object, object.isObject else { return }
        if objects.count < 2 { objects.append(object) }
        self.place = place
        for member in object.members {
            let name = member.name
            let key = Array(name.utf8)
            if members[key] == nil {
                names.append(name)
            } else if member.value.isNull {
                continue
            }
            members[key] = member.value
        }
    }

    /// The object, verbatim when it came in one piece; nil when none came.
    var value: JSONValue? {
        guard objects.count > 1 else { return objects.first }
        var writer = JSONWriter()
        writer.beginObject()
        for name in names {
            guard let value = members[Array(name.utf8)] else { continue }
            writer.key(name)
            writer.value(value)
        }
        writer.endObject()
        return JSONDocument(parsing: writer.take()).root
    }
}
