import ByteCoding
import CaptureReading
import Redaction
import Testing

@Suite("Taking secrets out of text")
struct RedactorTests {
    private func redactor(_ values: [(Secret.Kind, String)], _ style: Redactor.Style = .words) -> Redactor {
        var ledger = SecretLedger()
        for (kind, value) in values {
            ledger.learn(Secret(kind: kind, value: value, container: .userInformation, place: nil))
        }
        return Redactor(ledger, style: style)
    }

    @Test("marks number each kind by first appearance and say a length, never a beginning")
    func marks() {
        let secrets: [(Secret.Kind, String)] = [
            (.key, "walk-to-perth"), (.token, "sail-to-hobart"), (.key, "walk-to-perth"), (.key, "run-to-cairns"),
        ]
        let words = redactor(secrets)
        #expect(words.redact("a walk-to-perth b") == "a [key 1, 13 characters] b")
        #expect(words.redact("sail-to-hobart,run-to-cairns") == "[token 1, 14 characters],[key 2, 13 characters]")
        #expect(redactor(secrets, .identifier).redact("run-to-cairns") == "REDACTED-key-2")
        #expect(redactor(secrets, .disclosed).redact("run-to-cairns") == "run-to-cairns")
    }

    @Test(
        "a long text comes in pieces, which joined are the text without secrets, wherever these stand",
        arguments: ["a", "é", "日", "👩‍🚀 ", "\u{FFFD}"])
    func pieces(character: String) {
        let redactor = redactor([(.key, "walk-to-perth")])
        for shift in 0..<14 {
            let head = String(repeating: character, count: (1 << 16) / character.utf8.count)
            let text = head.dropLast(shift) + "walk-to-perth" + head + head + "walk-to-perth"
            let pieces = Array(redactor.pieces(of: Array("x\(text)".utf8).dropFirst()))
            #expect(pieces.joined() == redactor.redact(String(text)))
            #expect(pieces.allSatisfy { piece in piece.utf8.count <= 1 << 16 })
        }
    }

    @Test("bytes that are no text are cut nowhere that makes more of them", arguments: [[0x80], [0xE6, 0x97], [0xFF]])
    func illFormedPieces(bytes: [UInt8]) {
        let text = Array(repeatElement(bytes, count: 70_000).joined())
        #expect(Redactor.disclosing.pieces(of: text[...]).joined() == String(decoding: text, as: UTF8.self))
        #expect(Array(Redactor.disclosing.pieces(of: [])).isEmpty)
    }

    @Test("base64 that a secret stands in is encoded anew, and other base64 stays", arguments: [0, 1, 2])
    func base64(shift: Int) {
        let redactor = redactor([(.key, "walk-to-perth")], .identifier)
        func coded(_ text: String) -> String {
            Base64.encode(Array((String(repeating: "=", count: shift) + text).utf8))
        }
        let text = "data:text/plain;base64,\(coded("KEY=walk-to-perth\n")) and \(coded("nothing is in it"))"
        let expected = "data:text/plain;base64,\(coded("KEY=REDACTED-key-1\n")) and \(coded("nothing is in it"))"
        #expect(redactor.redact(text) == expected)
        #expect(redactor.pieces(of: Array(text.utf8)[...]).joined() == expected)
        #expect(Redactor.disclosing.redact(text) == text)
    }

    @Test("a secret is found in bytes that are no text")
    func bytes() {
        let redactor = redactor([(.key, "walk-to-perth")])
        #expect(redactor.finds(in: [0xFF, 0x00] + Array("walk-to-perth".utf8) + [0xC3]))
        #expect(!redactor.finds(in: [0xFF, 0x00] + Array("walk-to-darwin".utf8)))
        #expect(!Redactor.disclosing.finds(in: Array("walk-to-perth".utf8)))
    }

    @Test("the longest value at a place is replaced, and nothing of it is left")
    func nestedValues() {
        let nested = redactor([(.key, "perth-walk"), (.key, "perth-walk-again")])
        #expect(nested.redact("perth-walk-again perth-walk") == "[key 2, 16 characters] [key 1, 10 characters]")
    }

    @Test("a value is found wherever it begins, and next to itself", arguments: 0..<20)
    func everyOffset(_ offset: Int) {
        let padding = String(repeating: "w", count: offset)
        let text = redactor([(.key, "walk-to-perth")]).redact(padding + "walk-to-perthwalk-to-perth" + padding)
        #expect(text == padding + "[key 1, 13 characters][key 1, 13 characters]" + padding)
    }

    @Test("a value is found percent-encoded too")
    func percentEncoded() {
        #expect(
            redactor([(.token, "walk to+perth/é")]).redact("?t=walk%20to%2Bperth%2F%C3%A9&x")
                == "?t=[token 1, 15 characters]&x")
    }

    @Test("a value of fewer than six bytes is replaced in its place only")
    func shortValues() throws {
        let line = FieldLine(name: "x-api-key", value: "abc", place: Place(byte: 0))
        let short = redactor([(.key, "abc")])
        #expect(short.redact("abc") == "abc")
        #expect(short.redact(line) == "[key 1, 3 characters]")
    }

    @Test("header lines keep their scheme and the names of cookies")
    func headerLines() {
        let values: [(Secret.Kind, String)] = [(.token, "walk-to-perth"), (.cookie, "one"), (.cookie, "two")]
        let bearer = FieldLine(name: "Authorization", value: "Bearer walk-to-perth", place: Place(byte: 0))
        #expect(redactor(values).redact(bearer) == "Bearer [token 1, 13 characters]")
        let cookie = FieldLine(name: "Cookie", value: "a=one; b=two", place: Place(byte: 0))
        #expect(
            redactor(values, .identifier).redact(cookie)
                == "a=REDACTED-cookie-1; b=REDACTED-cookie-2")
    }

    @Test("a target loses its parameters' values, however short")
    func targets() {
        let request = Request(target: "/v1/models?key=abc&alt=sse", place: Place(byte: 0))
        #expect(redactor([(.key, "abc")]).redact(targetOf: request) == "/v1/models?key=[key 1, 3 characters]&alt=sse")
    }

    @Test("a text of JSON loses what names call a secret, however short and wherever it is cut")
    func json() {
        let redactor = redactor([(.key, "abc")])
        #expect(
            redactor.redact(json: #"{"api_key": "abc", "a": "abc"}"#)
                == #"{"api_key": "[key 1, 3 characters]", "a": "abc"}"#)
        #expect(redactor.redact(json: #"{"secret": {"a": ["x"#) == #"{"secret": {"a": ["[redacted]"#)
        #expect(redactor.redact(json: #"{"password": 12}"#) == #"{"password": [redacted]}"#)
    }

    @Test(
        "text without secrets is left as it is",
        arguments: ["", "w", "walk-", "walk-to-pert", "nothing here", "\u{0}\u{1B}"])
    func innocentText(_ text: String) {
        #expect(redactor([(.key, "walk-to-perth")]).redact(text) == text)
    }

    @Test("ten thousand secrets are looked for at once")
    func manySecrets() {
        let secrets = (0..<10_000).map { number in (Secret.Kind.cookie, "cookie-number-\(number)-of-many") }
        let text = redactor(secrets, .identifier).redact("cookie-number-9999-of-many cookie-number-77-of-many")
        #expect(text == "REDACTED-cookie-10000 REDACTED-cookie-78")
    }

    @Test("a long value is hidden for as far as the text agrees with it")
    func longValues() {
        let long = String(repeating: "a", count: 4000) + "b"
        let redactor = redactor([(.cookie, long)], .identifier)
        #expect(redactor.redact("x\(long)y") == "xREDACTED-cookie-1y")
        #expect(redactor.redact("x\(long.prefix(64))y") == "xREDACTED-cookie-1y")
        #expect(redactor.redact("x\(long.prefix(63))y") == "x\(long.prefix(63))y")
    }

    @Test("two long values with a common beginning vanish entirely", arguments: [5, 6, 63, 64, 65, 256, 303, 5000])
    func commonBeginnings(_ count: Int) {
        let beginning = String((0..<count).map { number in Character(Unicode.Scalar(UInt8(97 + number * 7 % 26))) })
        let values = ["\(beginning)1-first-value", "\(beginning)2-second", beginning, "\(beginning)1-fifth"]
        let redactor = redactor(values.map { value in (.token, value) }, .identifier)
        for (index, value) in values.enumerated() where value.utf8.count >= 6 {
            #expect(redactor.redact("<\(value)>") == "<REDACTED-token-\(index + 1)>")
        }
    }

    @Test("values that overlap are one, and nothing of either is left")
    func overlaps() {
        let redactor = redactor([(.key, "walk-to-perth"), (.key, "perth-again"), (.key, "again-and-again")])
        #expect(redactor.redact("(walk-to-perth-again-and-again)") == "([key 1, 13 characters])")
        #expect(redactor.redact("perth-again-and-so") == "[key 2, 11 characters]-and-so")
    }

    @Test(
        "a beginning of six bytes or more in front of a mark that it was cut is hidden too",
        arguments: ["…", "...", "*", "***", "\\u2026", "%E2%80%A6"])
    func cutValues(_ mark: String) {
        let redactor = redactor([(.key, "walk-to-perth"), (.key, "walk-to-hobart.au"), (.key, "walk-")], .identifier)
        #expect(redactor.redact("says walk-to-p\(mark) no") == "says REDACTED-key-1\(mark) no")
        #expect(redactor.redact("says walk-to-ho\(mark)") == "says REDACTED-key-2\(mark)")
        #expect(redactor.redact("says walk-to-hobart\(mark)") == "says REDACTED-key-2\(mark)")
        #expect(redactor.redact("says walk-t\(mark)") == "says REDACTED-key-1\(mark)")
        #expect(redactor.redact("says walk-\(mark)") == "says walk-\(mark)")
        #expect(redactor.redact("says walk-to-hobart.\(mark)") == "says REDACTED-key-2\(mark)")
    }

    @Test("a beginning is hidden where a shorter value ends inside it")
    func cutBehindShorterValue() {
        let redactor = redactor([(.key, "walk-to"), (.key, "walk-to-perth")], .identifier)
        #expect(redactor.redact("walk-to-pe...") == "REDACTED-key-2...")
        #expect(redactor.redact("walk-to...") == "REDACTED-key-1...")
        #expect(redactor.redact("walk-to-pe") == "REDACTED-key-1-pe")
    }

    @Test(
        "a beginning without such a mark is left",
        arguments: ["walk-to-pert", "walk-to-..", "walk-to-p. ..", "walk-to-p"])
    func uncutBeginnings(_ text: String) {
        #expect(redactor([(.key, "walk-to-perth")]).redact(text) == text)
    }

    @Test(
        "a value is found in every spelling",
        arguments: [
            "walk/to-é+🙂", #"walk\/to-é+🙂"#, #"walk\u002fto\u002D\u00e9+\ud83d\uDE42"#,
            "walk%2fto-%c3%A9%2b%F0%9F%99%82",
            #"\u0077alk/to-é+🙂"#, #"\\u0077alk\\\/to-é+🙂"#, "%77alk%252Fto-é%20🙂", #"walk%2Fto\u002d%C3%A9\u002B🙂"#,
            "%2577alk/to-é+🙂", "walk%5C/to-é+%5Cud83d%5Cude42", #"\u0077\u0061\u006C\u006B\u002F\u0074\u006F-é\u002b🙂"#,
        ])
    func spellings(_ text: String) {
        let redactor = redactor([(.key, "walk/to-é+🙂"), (.key, "walk-around")], .identifier)
        #expect(redactor.redact("<\(text)>\(text)") == "<REDACTED-key-1>REDACTED-key-1")
        #expect(redactor.redact("a\(text.dropLast())") == "a\(text.dropLast())")
    }

    @Test(
        "a value that holds escapes itself is found as it is and escaped once more",
        arguments: [
            (#"walk%2Fto\"perth"#, #"walk%2Fto\"perth"#), (#"walk%2Fto\"perth"#, #"walk%252Fto\\\"perth"#),
            ("walk\nto\tperth", "walk\\nto\\tperth"), ("walk\nto\tperth", "walk\nto\tperth"),
            ("walk\nto\tperth", "walk\\u000ato%09perth"), ("%%walk%2", "%25%25walk%252"),
        ])
    func escapesInside(_ value: String, _ text: String) {
        #expect(redactor([(.key, value)], .identifier).redact("a \(text) b") == "a REDACTED-key-1 b")
    }

    @Test("equivalent spellings of one character are two secrets, and none is printed")
    func equivalence() {
        let values = ["walk-to-caf\u{E9}", "walk-to-cafe\u{301}"]
        let redactor = redactor(values.map { value in (.key, value) }, .identifier)
        #expect(redactor.redact(values[0] + " " + values[1]) == "REDACTED-key-1 REDACTED-key-2")
    }

    @Test(
        "what is broken off inside an escape is read as it stands",
        arguments: ["%", "%7", "\\", "\\u", "\\u007", "\\ud83d", "%5C"])
    func brokenEscapes(_ end: String) {
        let redactor = redactor([(.key, "walk-to-perth")], .identifier)
        #expect(redactor.redact(end) == end)
        #expect(redactor.redact("walk-to-perth\(end)") == "REDACTED-key-1\(end)")
        #expect(redactor.redact("walk-to-pert\(end)") == "walk-to-pert\(end)")
    }

    @Test("every piece of a text is searched without harm, whatever it cuts")
    func everyPiece() {
        let redactor = redactor([(.key, "walk/to-é"), (.key, "walk-to-perth")], .identifier)
        let text = Array(#"%77alk%252Fto-%C3%A9 \\u0077alk\/to-\u00E9… walk-to-p... \ud83d\u"#.utf8)
        for start in text.indices {
            for end in start...text.count {
                let piece = String(decoding: text[start..<end], as: UTF8.self)
                let redacted = redactor.redact(piece)
                #expect(redactor.redact(redacted) == redacted)
                #expect(!redacted.contains("walk/to-é"))
            }
        }
    }

    @Test("a text that nearly agrees with a long value everywhere is left, and takes time by its length")
    func nearMisses() {
        let long = String(repeating: "a", count: 300) + "b"
        let text = (0..<200).map { _ in String(repeating: "a", count: 63) + "c" }.joined()
        #expect(redactor([(.cookie, long)]).redact(text) == text)
    }

    @Test("texts that were made to take long do not")
    func hostileTexts() {
        let values = [String(repeating: "a", count: 10_000) + "b", String(repeating: "\\", count: 1000), "aaaaaab"]
        let redactor = redactor(values.map { value in (.cookie, value) }, .identifier)
        let run = String(repeating: "a", count: 30_000)
        #expect(redactor.redact(run + "cc").hasSuffix("REDACTED-cookie-1cc"))
        for text in ["\\", "%5C", "%25", "25", "%", "\\u", "\\ud83d"] {
            let repeated = String(repeating: text, count: 10_000)
            #expect(redactor.redact(repeated) == repeated)
            #expect(redactor.redact("aaaaa" + repeated) == "aaaaa" + repeated)
        }
    }

    @Test("many long values with one beginning are learned and found by their length")
    func manyLongValues() {
        let beginning = String(repeating: "walk-", count: 100)
        let values = (0..<100).map { number in "\(beginning)\(number)-perth" }
        let redactor = redactor(values.map { value in (.cookie, value) }, .identifier)
        #expect(redactor.redact(values.joined(separator: " ")).hasPrefix("REDACTED-cookie-1 REDACTED-cookie-2 "))
        #expect(!redactor.redact(values.joined(separator: " ")).contains("walk"))
    }
}
