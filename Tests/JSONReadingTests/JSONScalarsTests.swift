import JSONReading
import Testing

@Suite struct JSONScalarsTests {
    private func read(_ text: String) throws -> JSONValue {
        try #require(JSONDocument(parsing: Array(text.utf8)).root)
    }

    @Test(
        "a number keeps its lexeme and has the values that fit",
        arguments: [
            ("0", 0, 0), ("-0", 0, -0.0), ("42", 42, 42), ("-7", -7, -7), ("1.0", nil, 1), ("1e3", nil, 1000),
            ("9223372036854775807", .max, 0x1p63), ("9223372036854775808", nil, 0x1p63),
            ("-9223372036854775808", .min, -0x1p63), ("1e999", nil, nil), ("0.1", nil, 0.1), ("5e-324", nil, 0x1p-1074),
            ("123456789012345678901234567890", nil, 1.2345678901234568e29),
        ] as [(String, Int?, Double?)])
    func numbers(lexeme: String, int: Int?, double: Double?) throws {
        let value = try read(lexeme)
        #expect(value.numberLexeme == lexeme)
        #expect(value.int == int)
        #expect(value.double == double)
        #expect(value.string == nil)
        #expect(value.text == nil)
        #expect(value.contentBytes == nil)
        #expect(value.contentRange == value.byteRange)
    }

    @Test("a string without escapes lends its bytes")
    func plainString() throws {
        let value = try read(#" "iVBORw0KGgo=""#)
        #expect(value.byteRange == 1..<15)
        #expect(value.contentRange == 2..<14)
        #expect(!value.hasEscapes)
        #expect((value.contentBytes).map { String(decoding: $0, as: UTF8.self) } == "iVBORw0KGgo=")
        #expect(value.string == "iVBORw0KGgo=")
        #expect(value.int == nil)
        #expect(value.double == nil)
        #expect(value.bool == nil)
    }

    @Test("the content of a cut string runs to the cut")
    func cutString() throws {
        let value = try read(#""abc\u00"#)
        #expect(value.byteRange == 0..<4)
        #expect(value.contentRange == 1..<4)
        let none = try read("\"")
        #expect(none.contentRange == 1..<1)
        #expect(none.string == "")
    }

    @Test(
        "escapes are resolved",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00E9\u4f60\u0000""#, "Aé你\0"),
            (#""\ud83d\ude00!""#, "😀!"), (#""a\uD83D b""#, "a\u{FFFD} b"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
            (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\udbff\udfff""#, "\u{10FFFF}"),
            (#""\ud7ff\ue000""#, "\u{D7FF}\u{E000}"),
        ])
    func escapes(text: String, string: String) throws {
        let value = try read(text)
        #expect(value.hasEscapes)
        #expect(value.contentBytes == nil)
        #expect(value.string.map { Array($0.utf8) } == Array(string.utf8))
    }

    @Test("lone surrogates are flagged, pairs are not")
    func loneSurrogates() {
        #expect(JSONDocument(parsing: Array(#""\ud83d\ude00""#.utf8)).flaws.isEmpty)
        for text in [#""\ud83d""#, #""\ude00""#, #""\ud83d\u0041""#, #""\ud83d\ud83d\ude00""#, #""\ud83dx""#] {
            let document = JSONDocument(parsing: Array(text.utf8))
            #expect(document.isComplete)
            #expect(document.flaws == .loneSurrogates)
        }
    }

    @Test("booleans and null are what they say")
    func literals() throws {
        #expect(try read("true").bool == true)
        #expect(try read("false").bool == false)
        #expect(try read("null").bool == nil)
        #expect(try read("null").isNull)
        #expect(try !read("false").isNull)
        #expect(try read("true").numberLexeme == nil)
    }
}
