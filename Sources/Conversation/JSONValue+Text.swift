internal import JSONReading

extension JSONValue {
    /// A string of its own, for a detail that the capture has outside of JSON.
    init?(text: String) {
        var writer = JSONWriter()
        writer.string(text)
        guard let root = JSONDocument(parsing: writer.take()).root else { return nil }
        self = root
    }
}
