import CaptureReading
import Testing

@Suite struct MediaTypeTests {
    @Test(
        "essence and parameters are cut apart",
        arguments: [
            ("text/event-stream", "text/event-stream", []),
            ("Application/JSON; Charset=UTF-8", "application/json", ["charset=UTF-8"]),
            ("text/plain;charset=\"a;b\\\"c\" ;x=1", "text/plain", ["charset=a;b\"c", "x=1"]),
            (" text/html ; broken; q=; a=1", "text/html", ["a=1"]), ("text/plain;a=\"open", "text/plain", []),
            ("text/plain;a=\"b\"c;d=\"e\"", "text/plain", ["d=e"]), ("text/plain;a=\"b\\\";c=d", "text/plain", []),
            ("text/plain;a=\"é\u{301};\";b=\"\"", "text/plain", ["a=é\u{301};", "b="]),
            ("text/plain;\u{301}a=b;=c;a b=c;a=b c;d=e\u{301}", "text/plain", []),
            ("multipart/form-data; boundary==x", "multipart/form-data", []),
        ] as [(String, String, [String])])
    func parsing(raw: String, essence: String, parameters: [String]) throws {
        let type = try #require(MediaType(parsing: raw))
        #expect(type.raw == raw)
        #expect(type.essence == essence)
        #expect(type.parameters.map { parameter in "\(parameter.name)=\(parameter.value)" } == parameters)
    }

    @Test(
        "what has no type and subtype is none",
        arguments: [
            "", ";", "json", "/json", "text/", "a/b/c", "te xt/plain", "a, b/c", "text/é", "text/\u{301}",
            "text/a\u{301}",
        ])
    func malformed(raw: String) {
        #expect(MediaType(parsing: raw) == nil)
    }

    @Test("a parameter is found by its name in any case", arguments: ["charset", "Charset", "CHARSET"])
    func parameter(name: String) {
        let type = MediaType(parsing: "text/plain; CHARSET=utf-8; charset=latin1; \u{212A}=1")
        #expect(type?.parameter(name) == "utf-8")
        #expect(type?.parameter("k") == nil)
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
