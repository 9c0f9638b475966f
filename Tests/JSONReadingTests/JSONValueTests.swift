import JSONReading
import Testing

@Suite struct JSONValueTests {
    private func read(_ text: String) throws -> JSONValue {
        try #require(JSONDocument(parsing: Array(text.utf8)).root)
    }

    @Test("members keep their order and their duplicates; the last of a name is found")
    func duplicates() throws {
        let value = try read(#"{"b":1,"a":2,"b":{"c":[3]},"a":4}"#)
        #expect(value.members.map(\.name) == ["b", "a", "b", "a"])
        #expect(value.members.map(\.value.kind) == [.number, .number, .object, .number])
        #expect(value.members.map(\.key.byteRange) == [1..<4, 7..<10, 13..<16, 27..<30])
        #expect(value.members.underestimatedCount == 4)
        #expect(value.count == 4)
        #expect(value["b"]?["c"]?[0]?.int == 3)
        #expect(value["a"]?.int == 4)
        #expect(value["c"] == nil)
    }

    @Test("a name is found by its characters, however it is spelled")
    func names() throws {
        let value = try read(#"{"caf\u00e9":1,"cafe\u0301":2,"a\/b":3,"":4,"long name of many bytes":5}"#)
        #expect(value["café"]?.int == 1)
        #expect(value["cafe\u{301}"]?.int == 2)
        #expect(value["a/b"]?.int == 3)
        #expect(value[""]?.int == 4)
        #expect(value["long name of many bytes"]?.int == 5)
        #expect(value["long name of many byteS"] == nil)
        #expect(value["a\\/b"] == nil)
    }

    @Test("a name that is not UTF-8 is found with U+FFFD in its place")
    func nameNotUTF8() {
        let document = JSONDocument(parsing: Array("{\"a".utf8) + [0xFF] + Array("\":1}".utf8))
        #expect(document.root?["a\u{FFFD}"]?.int == 1)
        #expect(document.root?.members.map(\.name) == ["a\u{FFFD}"])
    }

    @Test("elements are walked and counted, and found by position")
    func elements() throws {
        let value = try read(#"[1,[2,[3,4]],{"a":5},"6"]"#)
        #expect(value.count == 4)
        #expect(value.elements.map(\.kind) == [.number, .array, .object, .string])
        #expect(value.elements.underestimatedCount == 4)
        #expect(value[1]?[1]?[1]?.int == 4)
        #expect(value[3]?.string == "6")
        #expect(value[4] == nil)
        #expect(value[-1] == nil)
    }

    @Test("a question that does not fit the kind is answered with nothing", arguments: ["null", "1", "\"a\"", "true"])
    func wrongKind(text: String) throws {
        let value = try read(text)
        #expect(value.count == 0)
        #expect(value["a"] == nil)
        #expect(value[0] == nil)
        #expect(Array(value.members).isEmpty)
        #expect(Array(value.elements).isEmpty)
        #expect(!value.isArray)
        #expect(!value.isObject)
    }

    @Test("objects have no elements and arrays no members")
    func otherContainer() throws {
        let object = try read(#"{"a":1}"#)
        let array = try read("[1]")
        #expect(Array(object.elements).isEmpty)
        #expect(object[0] == nil)
        #expect(object.isObject)
        #expect(Array(array.members).isEmpty)
        #expect(array["a"] == nil)
        #expect(array.isArray)
    }

    @Test("what a cut touched is unfinished, what stands before is not")
    func unfinished() throws {
        let value = try read(#"{"a":[1],"b":[2,"xy"#)
        #expect(value.isUnfinished)
        #expect(value["a"]?.isUnfinished == false)
        #expect(value["b"]?.isUnfinished == true)
        #expect(value["b"]?[0]?.isUnfinished == false)
        #expect(value["b"]?[1]?.isUnfinished == true)
        #expect(value["b"]?[1]?.string == "xy")
        #expect(value["b"]?.byteRange == 13..<19)
        #expect(try read("[12").elements.map(\.isUnfinished) == [true])
        #expect(try read("[12 ").elements.map(\.isUnfinished) == [false])
    }
}
