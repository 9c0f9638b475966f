import JSONReading
import Testing

@Suite struct JSONDocumentTests {
    @Test(
        "a text that is one value is complete",
        arguments: [
            ("null", JSONKind.null), ("true", .true), ("false", .false), ("0", .number), ("-1.5e+3", .number),
            ("\"\"", .string), ("[]", .array), ("{}", .object), (" \t\r\n[ ] \n", .array), ("{ }", .object),
        ])
    func complete(text: String, kind: JSONKind) {
        let document = JSONDocument(parsing: Array(text.utf8))
        #expect(document.isComplete)
        #expect(document.fault == nil)
        #expect(document.root?.kind == kind)
        #expect(document.root?.isUnfinished == false)
        #expect(document.flaws.isEmpty)
    }

    @Test("a byte order mark is skipped and counts in offsets")
    func byteOrderMark() {
        let document = JSONDocument(parsing: [0xEF, 0xBB, 0xBF] + Array("[1]".utf8))
        #expect(document.isComplete)
        #expect(document.root?.byteRange == 3..<6)
        #expect(JSONDocument(parsing: [0xEF, 0xBB, 0xBF]).fault == .empty(offset: 3))
        #expect(
            JSONDocument(parsing: [0xEF, 0xBB]).fault == .unexpectedByte(found: 0xEF, expected: .value, offset: 0))
    }

    @Test(
        "a text without a value has no root",
        arguments: [
            ("", JSONFault.empty(offset: 0)), (" \n", .empty(offset: 2)),
            ("tru", .truncated(expected: .literal, offset: 3)), ("-", .truncated(expected: .digit, offset: 1)),
            ("?", .unexpectedByte(found: UInt8(ascii: "?"), expected: .value, offset: 0)),
        ])
    func noValue(text: String, fault: JSONFault) {
        let document = JSONDocument(parsing: Array(text.utf8))
        #expect(document.root == nil)
        #expect(document.fault == fault)
        #expect(document.endOffset == 0)
        #expect(document.minifiedByteCount == 0)
    }

    @Test(
        "a text that ends early says what was expected, and keeps what it has",
        arguments: [
            ("[", JSONExpectation.valueOrArrayEnd, "[]"),
            ("[1", .commaOrArrayEnd, "[1]"),
            ("[1,", .value, "[1]"),
            ("[1, 2.", .digit, "[1]"),
            ("[1, 2e", .digit, "[1]"),
            ("[1, -", .digit, "[1]"),
            ("[true, fals", .literal, "[true]"),
            ("{", .keyOrObjectEnd, "{}"),
            (#"{"a"#, .closingQuote, "{}"),
            (#"{"a""#, .colon, "{}"),
            (#"{"a":"#, .value, "{}"),
            (#"{"a":1"#, .commaOrObjectEnd, #"{"a":1}"#),
            (#"{"a":1,"#, .key, #"{"a":1}"#),
            (#"{"a":[{"b":"c"#, .closingQuote, #"{"a":[{"b":"c"}]}"#),
            (#""abc"#, .closingQuote, #""abc""#),
            (#""abc\"#, .closingQuote, #""abc""#),
            (#""abc\u00e"#, .closingQuote, #""abc""#),
            (#""abc\ud83d"#, .closingQuote, #""abc""#),
            (#""abc\ud83d\u"#, .closingQuote, #""abc""#),
            (#""abc\ud83d\ude0"#, .closingQuote, #""abc""#),
            (#""abc\ude00"#, .closingQuote, #""abc\#u{FFFD}""#),
        ])
    func truncated(text: String, expected: JSONExpectation, kept: String) throws {
        let document = JSONDocument(parsing: Array(text.utf8))
        #expect(document.fault == .truncated(expected: expected, offset: text.utf8.count))
        let root = try #require(document.root)
        #expect(root.isUnfinished)
        var writer = JSONWriter()
        writer.value(root)
        #expect(String(decoding: writer.take(), as: UTF8.self) == kept)
    }

    @Test("a character that the end of the text cuts is dropped")
    func truncatedCharacter() {
        for length in 1...3 {
            let document = JSONDocument(parsing: Array("\"ab".utf8) + Array("😀".utf8).prefix(length))
            #expect(document.root?.string == "ab")
            #expect(document.root?.byteRange == 0..<3)
            #expect(document.flaws.isEmpty)
        }
    }

    @Test(
        "a text that breaks the grammar says where, and keeps what it has",
        arguments: [
            ("[1 2]", JSONFault.unexpectedByte(found: UInt8(ascii: "2"), expected: .commaOrArrayEnd, offset: 3), "[1]"),
            ("[1,]", .unexpectedByte(found: UInt8(ascii: "]"), expected: .value, offset: 3), "[1]"),
            ("[,", .unexpectedByte(found: UInt8(ascii: ","), expected: .valueOrArrayEnd, offset: 1), "[]"),
            ("{1", .unexpectedByte(found: UInt8(ascii: "1"), expected: .keyOrObjectEnd, offset: 1), "{}"),
            (#"{"a" 1"#, .unexpectedByte(found: UInt8(ascii: "1"), expected: .colon, offset: 5), "{}"),
            (#"{"a":}"#, .unexpectedByte(found: UInt8(ascii: "}"), expected: .value, offset: 5), "{}"),
            (#"{"a":1,}"#, .unexpectedByte(found: UInt8(ascii: "}"), expected: .key, offset: 7), #"{"a":1}"#),
            (
                #"{"a":1]"#, .unexpectedByte(found: UInt8(ascii: "]"), expected: .commaOrObjectEnd, offset: 6),
                #"{"a":1}"#
            ),
            ("[1, NaN]", .unexpectedByte(found: UInt8(ascii: "N"), expected: .value, offset: 4), "[1]"),
            ("[1, 02]", .invalidNumber(found: UInt8(ascii: "2"), offset: 5), "[1]"),
            ("[1, 2.]", .invalidNumber(found: UInt8(ascii: "]"), offset: 6), "[1]"),
            ("[1, .5]", .unexpectedByte(found: UInt8(ascii: "."), expected: .value, offset: 4), "[1]"),
            ("[1, -x]", .invalidNumber(found: UInt8(ascii: "x"), offset: 5), "[1]"),
            ("[1, 2e+]", .invalidNumber(found: UInt8(ascii: "]"), offset: 7), "[1]"),
            ("[1, nil]", .invalidLiteral(expected: .null, found: UInt8(ascii: "i"), offset: 5), "[1]"),
            ("[1, tRue]", .invalidLiteral(expected: .true, found: UInt8(ascii: "R"), offset: 5), "[1]"),
            (#"[1, "ab\x"]"#, .invalidEscape(found: UInt8(ascii: "x"), offset: 8), #"[1,"ab"]"#),
            (#"[1, "ab\u12g4"]"#, .invalidEscape(found: UInt8(ascii: "g"), offset: 11), #"[1,"ab"]"#),
            ("[1] 2", .trailingContent(offset: 4), "[1]"),
            ("12x", .trailingContent(offset: 2), "12"),
        ])
    func broken(text: String, fault: JSONFault, kept: String) throws {
        let document = JSONDocument(parsing: Array(text.utf8))
        #expect(document.fault == fault)
        #expect(!document.isComplete)
        let root = try #require(document.root)
        var writer = JSONWriter()
        writer.value(root)
        #expect(String(decoding: writer.take(), as: UTF8.self) == kept)
    }

    @Test("trailing content leaves the value whole and says where it ends")
    func trailingContent() {
        let document = JSONDocument(parsing: Array(" {} {}".utf8))
        #expect(document.root?.isUnfinished == false)
        #expect(document.endOffset == 3)
        #expect(document.fault == .trailingContent(offset: 4))
    }

    @Test("a string of raw control characters is read and flagged")
    func controlCharacters() {
        let document = JSONDocument(parsing: Array("[\"a\tb\nc\", \"d\"]".utf8))
        #expect(document.isComplete)
        #expect(document.flaws == .controlCharacters)
        #expect(document.root?[0]?.string == "a\tb\nc")
        #expect(document.nodes.map(\.flags) == [[], .hasControlCharacters, []])
    }

    @Test(
        "bytes that are not UTF-8 are kept and flagged, one U+FFFD for what a decoder of Swift makes one",
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x98],
            [0x80, 0x80],
        ] as [[UInt8]])
    func invalidUTF8(sequence: [UInt8]) {
        let content = [UInt8(ascii: "a")] + sequence + Array("é".utf8)
        let quote = [UInt8(ascii: "\"")]
        let document = JSONDocument(parsing: quote + content + quote)
        #expect(document.isComplete)
        #expect(document.flaws == .invalidUTF8)
        #expect(document.root?.contentBytes.map { Array($0) } == content)
        #expect(document.root?.string == String(decoding: content, as: UTF8.self))
        let escaped = JSONDocument(parsing: quote + Array(#"\n"#.utf8) + content + Array(#"\n"#.utf8) + quote)
        #expect(escaped.root?.string == "\n" + String(decoding: content, as: UTF8.self) + "\n")
    }

    @Test("UTF-8 is told apart from what is not, for every lead and every second byte")
    func everySecondByte() {
        for lead in UInt8(0x80)...0xFF {
            for second in UInt8(0x80)...0xFF {
                for length in 2...4 {
                    let content = [lead, second] + [UInt8](repeating: 0x80, count: length - 2)
                    let document = JSONDocument(parsing: Array("\"".utf8) + content + Array("\"".utf8))
                    let isValid = String(validating: content, as: UTF8.self) != nil
                    if document.flaws.contains(.invalidUTF8) == isValid {
                        Issue.record("misjudged \(content)")
                    }
                }
            }
        }
    }

    @Test("a string ends where it does, whatever its length and whatever byte stands where")
    func everyByteEverywhere() {
        for length in 1...40 {
            for position in 0..<length {
                for byte in [0x1F, 0x00, 0x20, 0x7F, 0x22, 0x21, 0x23, 0x5B, 0x5D] as [UInt8] {
                    var content = [UInt8](repeating: UInt8(ascii: "a"), count: length)
                    content[position] = byte
                    let document = JSONDocument(parsing: Array("\"".utf8) + content + Array("\"".utf8))
                    let end = byte == 0x22 ? position + 2 : length + 2
                    if document.endOffset != end || document.flaws.isEmpty != (byte >= 0x20) {
                        Issue.record("byte \(byte) at \(position) of \(length) misread")
                    }
                }
            }
        }
    }

    @Test("nesting beyond the limit is a fault, and what is open is closed")
    func depth() throws {
        let deep = JSONDocument(parsing: [UInt8](repeating: UInt8(ascii: "["), count: 100_000))
        #expect(deep.fault == .tooDeep(limit: 1_024, offset: 1_024))
        #expect(deep.nodes.count == 1_024)
        #expect(deep.root?.isUnfinished == true)
        let allowed = JSONDocument(parsing: Array("[{\"a\":[]}]".utf8), depthLimit: 3)
        #expect(allowed.isComplete)
        let refused = JSONDocument(parsing: Array("[{\"a\":[]}]".utf8), depthLimit: 2)
        #expect(refused.fault == .tooDeep(limit: 2, offset: 6))
        #expect(refused.root?[0]?.count == 0)
        #expect(JSONDocument(parsing: Array("[]".utf8), depthLimit: 0).fault == .tooDeep(limit: 0, offset: 0))
    }

    @Test("a raised limit reads 100,000 levels, and writes them too")
    func deepButAllowed() throws {
        let text = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        let document = JSONDocument(parsing: Array(text.utf8), depthLimit: 100_000)
        #expect(document.isComplete)
        var writer = JSONWriter()
        writer.value(try #require(document.root))
        #expect(writer.take() == Array(text.utf8))
    }

    @Test("a text beyond the byte limit is not read")
    func tooLarge() {
        let bytes = Array("[1]".utf8)
        let refused = JSONDocument(parsing: bytes[...], depthLimit: 1, byteLimit: 2)
        #expect(refused.fault == .tooLarge(limit: 2, byteCount: 3))
        #expect(refused.root == nil)
        #expect(JSONDocument(parsing: bytes[...], depthLimit: 1, byteLimit: 3).isComplete)
    }

    @Test("offsets count from the start of a slice")
    func slice() {
        let bytes = Array(#"data: {"k":"v\n"}"#.utf8)
        let document = JSONDocument(parsing: bytes[6...])
        #expect(document.isComplete)
        #expect(document.root?.byteRange == 0..<11)
        #expect(document.root?["k"]?.byteRange == 5..<10)
        #expect(document.root?["k"]?.string == "v\n")
        #expect((document.root?["k"]?.rawBytes).map { Array($0) } == Array(#""v\n""#.utf8))
        #expect(document.root?["k"]?.rawBytes.startIndex == 11)
    }
}
