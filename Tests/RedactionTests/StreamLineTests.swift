import Testing

/// Secrets on the lines of an event stream that are no data.
@Suite struct StreamLineTests {
    private func copy(_ text: String) -> String { String(decoding: RedactedCopy.of(Array(text.utf8)), as: UTF8.self) }

    @Test("a line between events is looked at, whatever ends it", arguments: ["\n", "\r\n", "\r"])
    func between(_ end: String) {
        let lines = ["data: {\"a\": 1}", "", "api_key=sail4pe9xx", "data: {\"b\": 2}", "", ""]
        let copy = copy(lines.joined(separator: end))
        #expect(!copy.contains("sail4pe9xx"))
        #expect(copy.hasSuffix("data: {\"b\": 2}\(end)\(end)"))
    }

    @Test("so are comments, and the values of other fields", arguments: [":", ": ", "event: ", "id: ", "retry:"])
    func fields(_ name: String) {
        let text = "\(name)api_key=sail4pe9xx\ndata: {\"a\": 1}\n\n\(name)one\ndata: {\"b\": 2}\n\n"
        #expect(!copy(text).contains("sail4pe9xx"))
        #expect(copy(text).hasSuffix("\(name)one\ndata: {\"b\": 2}\n\n"))
    }
}
