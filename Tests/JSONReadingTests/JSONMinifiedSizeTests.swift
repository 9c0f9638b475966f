import JSONReading
import Testing

@Suite struct JSONMinifiedSizeTests {
    @Test(
        "the minified size is that of the text without its white space",
        arguments: [
            (" null ", 4), (" [ ] ", 2), ("{ \"a\" : 1 , \"b\" : [ 1 , 2 ] }", 17), ("[ [ ] , { } , \" x \" ]", 13),
            ("\"\\u0041 \"", 9),
        ])
    func size(text: String, count: Int) {
        #expect(JSONDocument(parsing: Array(text.utf8)).minifiedByteCount == count)
    }

    @Test("of a cut document the values read count", arguments: [("[1, 2,", 4), ("{\"a\": \"b", 7), ("[[", 2)])
    func cut(text: String, count: Int) {
        #expect(JSONDocument(parsing: Array(text.utf8)).minifiedByteCount == count)
    }

    @Test("a text that was written compactly has its own size")
    func randomDocuments() throws {
        for seed in UInt64(1)...200 {
            let document = JSONDocument(parsing: Array(RandomDocument.make(seed: seed).utf8))
            let root = try #require(document.root)
            var writer = JSONWriter()
            writer.value(root)
            let compact = JSONDocument(parsing: writer.take())
            #expect(compact.minifiedByteCount == compact.bytes.count)
        }
    }
}
