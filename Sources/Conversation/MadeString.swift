internal import JSONReading

extension JSONValue {
    /// A string that was put together from pieces, as a value.
    static func string(_ text: String) -> JSONValue? {
        var writer = JSONWriter()
        writer.string(text)
        return JSONDocument(parsing: writer.take()).root
    }
}
