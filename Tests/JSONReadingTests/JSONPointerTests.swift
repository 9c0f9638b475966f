import JSONReading
import Testing

@Suite struct JSONPointerTests {
    @Test(
        "a pointer is written as RFC 6901 wants it",
        arguments: [
            ([], ""), ([.key("choices"), .index(0), .key("delta")], "/choices/0/delta"), ([.key("")], "/"),
            ([.key("a/b")], "/a~1b"), ([.key("m~n")], "/m~0n"), ([.key("~1")], "/~01"),
        ] as [([JSONPointer.Token], String)])
    func description(tokens: [JSONPointer.Token], text: String) {
        #expect(JSONPointer(tokens).description == text)
    }

    @Test("a pointer leads to the value it names, or to nothing")
    func lookup() throws {
        let root = try #require(JSONDocument(parsing: Array(#"{"a":[{"b":1},{"0":2}],"a/b":3}"#.utf8)).root)
        #expect(root[pointer: JSONPointer()]?.isObject == true)
        #expect(root[pointer: JSONPointer([.key("a"), .index(0), .key("b")])]?.int == 1)
        #expect(root[pointer: JSONPointer([.key("a"), .index(1)]).appending(.key("0"))]?.int == 2)
        #expect(root[pointer: JSONPointer([.key("a/b")])]?.int == 3)
        #expect(root[pointer: JSONPointer([.key("a"), .index(2)])] == nil)
        #expect(root[pointer: JSONPointer([.key("a"), .key("0")])] == nil)
        #expect(root[pointer: JSONPointer([.key("a/b"), .index(0)])] == nil)
    }
}
