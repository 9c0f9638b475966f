import JSONReading
import Redaction
import Testing

/// Learned secrets in spellings of which none is an encoding of a whole text.
@Suite struct SpelledValueTests {
    private static let key = RedactedCopy.key
    private static let mark = RedactedCopy.marks.placeholder(of: key, kind: .key)

    /// The copy of a text behind a header that gives the key away.
    private func copy(_ text: String) -> String {
        let head = "x-api-key: \(SpelledValueTests.key)\n\n"
        let copy = String(decoding: RedactedCopy.of(Array((head + text).utf8)), as: UTF8.self)
        #expect(copy.hasPrefix("x-api-key: \(SpelledValueTests.mark)\n\n"))
        return String(copy.dropFirst("x-api-key: \(SpelledValueTests.mark)\n\n".count))
    }

    @Test("references of HTML are undone")
    func references() {
        let decimal = SpelledValueTests.key.utf8.map { byte in "&#\(byte);" }.joined()
        let hexadecimal = SpelledValueTests.key.utf8.map { byte in "&#x0" + String(byte, radix: 16) + ";" }.joined()
        let first = "&#115;" + SpelledValueTests.key.dropFirst()
        for spelled in [decimal, hexadecimal, first] {
            #expect(copy("<p>\(spelled)</p>") == "<p>\(SpelledValueTests.mark)</p>")
        }
        #expect(copy("<p>a &amp; b &#115; &# &#; &#x; &</p>") == "<p>a &amp; b &#115; &# &#; &#x; &</p>")
    }

    @Test("a value with a sign that HTML escapes is found escaped")
    func escapedSigns() {
        let text = #"{"password": "walk&2<perth9", "page": "<p>walk&amp;2&lt;perth9</p>"}"#
        let copy = String(decoding: RedactedCopy.of(Array(text.utf8)), as: UTF8.self)
        #expect(!copy.contains("perth9"))
    }

    @Test("hexadecimal digits are found in either case")
    func digits() {
        let digits = SpelledValueTests.key.utf8.map { byte in String(byte, radix: 16) }.joined()
        #expect(copy("dump \(digits).") == "dump \(SpelledValueTests.mark).")
        #expect(copy("dump \(digits.uppercased()).") == "dump \(SpelledValueTests.mark).")
    }

    @Test("the bytes of tokens are numbers that spell a key no more, and every event stays JSON")
    func tokens() throws {
        let key = SpelledValueTests.key
        let pieces = [" " + key.prefix(11), String(key.dropFirst(11).prefix(10)), key.dropFirst(21) + " ."]
        let events = pieces.map { piece in
            let bytes = piece.utf8.map { byte in String(byte) }.joined(separator: ",")
            return #"data: {"logprobs":{"content":[{"token":"\#(piece)","bytes":[\#(bytes)]}]}}"# + "\n\n"
        }
        let copy = copy(events.joined())
        let lists = try copy.split(separator: "\n\n").map { event in
            let document = JSONDocument(parsing: Array(event.utf8.dropFirst(6))[...])
            #expect(document.isComplete)
            let token = try #require(document.root?["logprobs"]?["content"]?[0]?["bytes"])
            return token.elements.compactMap { element in element.numberLexeme.flatMap { lexeme in UInt8(lexeme) } }
        }
        let spelled = String(decoding: lists.joined(), as: UTF8.self)
        #expect(spelled == " \(SpelledValueTests.mark)** .")
    }
}
