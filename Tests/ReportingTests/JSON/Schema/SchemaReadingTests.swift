import JSONReading
import Reporting
import Testing

/// The judge of the other tests is judged: it must refuse what does not fit.
@Suite struct SchemaReadingTests {
    /// An `at` that fits, with one piece replaced.
    private func faults(in text: String, by definition: String) throws -> [String] {
        var reading = try SchemaReading(.named("inspect"))
        return reading.faults(in: try whole(Array(text.utf8)), by: definition)
    }

    @Test(
        "what fits has no fault",
        arguments: [
            (#"{"line": 1, "column": 1, "byte": 0}"#, "at"), (#"{"byte": 7}"#, "at"), ("0", "count"),
            (#""image""#, "modality"), (#"{"type": "text", "content": "a"}"#, "part"),
            (#"{"type": "text", "raw": {"text": 5}}"#, "part"),
            (#"{"parts": [], "details": {"anything": [1]}}"#, "message"),
            (#""0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef""#, "sha256"),
        ])
    func fitting(text: String, definition: String) throws {
        #expect(try faults(in: text, by: definition) == [])
    }

    @Test(
        "what does not fit has one",
        arguments: [
            (#"{"line": 1, "column": 1}"#, "at", " has no byte"),
            (#"{"line": 0, "byte": 0}"#, "at", "/line is not as minimum wants it: 0"),
            (#"{"byte": "0"}"#, "at", #"/byte is not as type wants it: "0""#),
            (#"{"byte": 1.5}"#, "at", "/byte is not as type wants it: 1.5"),
            (#"{"byte": 1, "offset": 1}"#, "at", "/offset is not in the schema"),
            ("[]", "at", " is not as type wants it: []"),
            (#""picture""#, "modality", #" is not as enum wants it: "picture""#),
            (#"{"parts": [{"content": "a"}]}"#, "message", "/parts/0 has no type"),
            (#"{"type": "text", "content": "a", "odd": 1}"#, "part", "/odd is not in the schema"),
            (#""0123456789abcdef""#, "sha256", #" is not as pattern wants it: "0123456789abcdef""#),
            (
                #""0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeG""#, "sha256",
                #" is not as pattern wants it: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeG""#
            ),
        ])
    func failing(text: String, definition: String, fault: String) throws {
        #expect(try faults(in: text, by: definition).first == fault)
    }

    @Test("a part that fits no alternative, or two, is refused")
    func alternatives() throws {
        let none = try faults(in: #"{"type": "text"}"#, by: "part")
        #expect(none.first?.hasPrefix(" fits not one alternative:  has no content") == true)
        let both = try faults(in: #"{"type": "text", "content": "a", "raw": 1}"#, by: "part")
        #expect(both.first == " fits not one alternative: several do")
    }
}

extension OutputSchema {
    /// The schema of a name.
    static func named(_ name: String) throws -> OutputSchema {
        try #require(all.first { schema in schema.name == name })
    }
}
