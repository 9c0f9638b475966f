import JSONReading
import TestSupport
import Testing

@Suite struct UnescapedStringTests {
    /// What strings are made of: escapes, halves of characters, characters of every length, long plain stretches.
    private static let pieces: [[UInt8]] =
        [
            #"\n"#, #"\""#, #"\\"#, #"\/"#, #"\u00e9"#, #"\ud83d\ude00"#, #"\ud83d"#, #"\ude00"#, "é", "€", "😀", "a",
            "plain text of some length, ", String(repeating: "x", count: 700),
        ].map { text in Array(text.utf8) }

    private func value(_ content: [UInt8]) throws -> JSONValue {
        let mark = [UInt8(ascii: "\"")]
        return try #require(JSONDocument(parsing: (mark + content + mark)[...]).root)
    }

    @Test(
        "the bytes are those of the string, and the map is the one made by itself", arguments: 0..<60 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var content: [UInt8] = []
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            content += Self.pieces.randomElement(using: &random) ?? []
        }
        let value = try value(content)
        let unescaped = try #require(UnescapedString(value))
        #expect(Array(unescaped.bytes) == Array((value.string ?? "").utf8))
        guard let own = EscapeMap(value) else {
            #expect(unescaped.map == nil)
            return
        }
        let map = try #require(unescaped.map)
        for offset in 0...unescaped.bytes.count where map.offset(ofByte: offset) != own.offset(ofByte: offset) {
            Issue.record("byte \(offset) stands at another place")
            return
        }
    }

    @Test("what is no UTF-8 is repaired as in the string")
    func illFormed() throws {
        let value = try value([0x61, 0xFF, 0x5C, 0x6E, 0xE2, 0x82, 0x62])
        let unescaped = try #require(UnescapedString(value))
        #expect(Array(unescaped.bytes) == Array("a\u{FFFD}\n\u{FFFD}b".utf8))
        #expect(unescaped.map?.offset(ofByte: 5) == 4)
    }

    @Test("without escapes the bytes are the document's own, and other values have none")
    func plain() throws {
        let document = JSONDocument(parsing: Array(#"["aé", 1]"#.utf8)[...])
        let plain = try #require(document.root?[0].flatMap(UnescapedString.init))
        #expect(Array(plain.bytes) == Array("aé".utf8))
        #expect(plain.map == nil)
        #expect(document.root?[1].flatMap(UnescapedString.init) == nil)
    }
}
