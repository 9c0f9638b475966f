import CaptureReading
import Testing

@Suite struct MediaTypeTests {
    @Test(
        "essence and parameters are cut apart",
        arguments: [
            ("text/event-stream", "text/event-stream", []),
            ("Application/JSON; Charset=UTF-8", "application/json", ["charset=UTF-8"]),
            ("text/plain;charset=\"a;b\\\"c\" ;x=1", "text/plain", ["charset=a;b\"c", "x=1"]),
            (" text/html ; broken; q=", "text/html", ["q="]), ("text/plain;a=\"open", "text/plain", ["a=\"open"]),
            ("multipart/form-data; boundary==x", "multipart/form-data", ["boundary==x"]),
        ] as [(String, String, [String])])
    func parsing(raw: String, essence: String, parameters: [String]) throws {
        let type = try #require(MediaType(parsing: raw))
        #expect(type.raw == raw)
        #expect(type.essence == essence)
        #expect(type.parameters.map { parameter in "\(parameter.name)=\(parameter.value)" } == parameters)
    }

    @Test(
        "what has no type and subtype is none",
        arguments: ["", ";", "json", "/json", "text/", "a/b/c", "te xt/plain", "a, b/c"])
    func malformed(raw: String) {
        #expect(MediaType(parsing: raw) == nil)
    }

    @Test("a parameter is found by its name in lower case")
    func parameter() {
        let type = MediaType(parsing: "text/plain; CHARSET=utf-8; charset=latin1")
        #expect(type?.parameter("charset") == "utf-8")
        #expect(type?.parameter("boundary") == nil)
    }

    @Test(
        "JSON is told by the name",
        arguments: [
            ("application/json", true), ("text/json; charset=utf-8", true), ("application/problem+json", true),
            ("application/jsonl", false), ("text/event-stream", false),
        ])
    func json(raw: String, isJSON: Bool) {
        #expect(MediaType(parsing: raw)?.isJSON == isJSON)
    }
}
