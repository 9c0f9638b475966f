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

    /// The document of RFC 6901 §5, and a name of digits.
    private static let standardDocument =
        ##"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8,"7":9}"##

    @Test(
        "the pointers of the standard lead to the values that it says",
        arguments: [
            ("/foo/0", "\"bar\""), ("/", "0"), ("/a~1b", "1"), ("/c%d", "2"), ("/e^f", "3"), ("/g|h", "4"),
            ("/i\\j", "5"), ("/k\"l", "6"), ("/ ", "7"), ("/m~0n", "8"), ("/7", "9"),
        ])
    func standard(text: String, value: String) throws {
        let document = JSONDocument(parsing: Array(Self.standardDocument.utf8))
        let pointer = try JSONPointer(parsing: text)
        #expect(document.root?[pointer: pointer].map { String(decoding: $0.rawBytes, as: UTF8.self) } == value)
        #expect(pointer.description == text)
    }

    @Test(
        "a pointer is read into its steps",
        arguments: [
            ("", []), ("/", [.key("")]), ("//", [.key(""), .key("")]), ("/a/10", [.key("a"), .index(10)]),
            ("/01", [.key("01")]), ("/-", [.key("-")]), ("/-1", [.key("-1")]), ("/+1", [.key("+1")]),
            ("/99999999999999999999", [.key("99999999999999999999")]), ("/~01", [.key("~1")]),
            ("/é/~1~0", [.key("é"), .key("/~")]),
        ] as [(String, [JSONPointer.Token])])
    func parsing(text: String, tokens: [JSONPointer.Token]) throws {
        let pointer = try JSONPointer(parsing: text)
        #expect(pointer.tokens == tokens)
        #expect(pointer.description == text)
    }

    @Test(
        "what is no pointer is refused with its reason",
        arguments: [
            ("a", .missingSlash(found: 0x61), "expected a slash at the start of a JSON pointer, found the byte 97"),
            ("/a~", .invalidEscape(offset: 2), "expected ~0 or ~1 in a JSON pointer, found another ~ at byte 2"),
            ("/é/~2", .invalidEscape(offset: 4), "expected ~0 or ~1 in a JSON pointer, found another ~ at byte 4"),
            ("/~/0", .invalidEscape(offset: 1), "expected ~0 or ~1 in a JSON pointer, found another ~ at byte 1"),
        ] as [(String, JSONPointerFault, String)])
    func faults(text: String, fault: JSONPointerFault, sentence: String) {
        #expect(throws: fault) { try JSONPointer(parsing: text) }
        #expect(fault.description == sentence)
    }
}
