import JSONReading
import Testing

@Suite struct EscapeMapTests {
    /// The map of a document that is one string.
    private func map(_ content: [UInt8]) throws -> EscapeMap {
        let document = JSONDocument(parsing: ([UInt8(ascii: "\"")] + content + [UInt8(ascii: "\"")])[...])
        let value = try #require(document.root)
        return try #require(EscapeMap(value))
    }

    private func offsets(_ content: String, upTo count: Int) throws -> [Int] {
        let map = try map(Array(content.utf8))
        return (0..<count).map(map.offset(ofByte:))
    }

    @Test("every byte has the place of its character")
    func places() throws {
        #expect(try offsets(#"a\u00e9b"#, upTo: 5) == [0, 1, 1, 7, 8])
        #expect(try offsets(#"\n\"\u0041x"#, upTo: 5) == [0, 2, 4, 10, 11])
        #expect(try offsets(#"é\/\ud83d\ude00z"#, upTo: 8) == [0, 0, 2, 4, 4, 4, 4, 16])
        #expect(try offsets(#"\ud83d\u20acx"#, upTo: 7) == [0, 0, 0, 6, 6, 6, 12])
    }

    @Test("bytes that are no UTF-8 stand for U+FFFD")
    func invalid() throws {
        // E2 82 begins a character, 80 alone begins none.
        let map = try map([0xE2, 0x82, 0x41, 0x80, 0x42, 0xF0, 0x9F, 0x98])
        #expect((0..<12).map(map.offset(ofByte:)) == [0, 0, 0, 2, 3, 3, 3, 4, 5, 5, 5, 8])
    }

    @Test("a string without escapes needs no map")
    func plain() {
        #expect(JSONDocument(parsing: Array(#""aé""#.utf8)[...]).root.flatMap(EscapeMap.init) == nil)
        #expect(JSONDocument(parsing: Array(#"{"a": "\n"}"#.utf8)[...]).root.flatMap(EscapeMap.init) == nil)
    }

    @Test("places far from the beginning are those of the decoded string")
    func long() throws {
        let piece = #"line of text é \u00e9 \ud83d\ude00\n"#
        let content = String(repeating: piece, count: 1000)
        let document = JSONDocument(parsing: Array("\"\(content)\"".utf8)[...])
        let value = try #require(document.root)
        let map = try #require(EscapeMap(value))
        let decoded = Array(try #require(value.string).utf8)
        let text = Array(content.utf8)
        for offset in decoded.indices where decoded[offset] == UInt8(ascii: "x") {
            #expect(text[map.offset(ofByte: offset)] == UInt8(ascii: "x"))
        }
        #expect(decoded.count % 1000 == 0)
        let size = decoded.count / 1000
        for index in 0..<1000 { #expect(map.offset(ofByte: index * size) == index * piece.utf8.count) }
        #expect(map.offset(ofByte: decoded.count) == text.count)
    }
}
