import JSONReading
import Testing

@Suite struct JSONTextTests {
    private func text(_ literal: String) throws -> JSONText {
        try #require(JSONDocument(parsing: Array(literal.utf8)).root?.text)
    }

    @Test("the halves of a character in two documents become one")
    func joinedHalves() throws {
        var joined = try text(#""a\ud83d""#)
        #expect(joined.hasLoneSurrogates)
        #expect(joined.string == "a\u{FFFD}")
        joined.append(try text(#""\ude00b""#))
        #expect(!joined.hasLoneSurrogates)
        #expect(joined.string == "a😀b")
        #expect(try joined == text(#""a\ud83d\ude00b""#))
        #expect(try joined == text("\"a😀b\""))
    }

    @Test("a text cut between any two code units is the same when joined, by texts and by values")
    func everySplit() throws {
        let original = "aé你\u{FFFF}😀👩‍🚀\u{10FFFF}\u{10000}z"
        let units = original.utf16.map {
            "\\u" + String(repeating: "0", count: 4 - String($0, radix: 16).count) + String($0, radix: 16)
        }
        for cut in 0...units.count {
            let first = try #require(JSONDocument(parsing: Array("\"\(units[..<cut].joined())\"".utf8)).root)
            let second = try #require(JSONDocument(parsing: Array("\"\(units[cut...].joined())\"".utf8)).root)
            var byTexts = try #require(first.text)
            byTexts.append(try #require(second.text))
            #expect(byTexts.string == original)
            #expect(!byTexts.hasLoneSurrogates)
            var byValues = JSONText()
            byValues.append(first)
            byValues.append(second)
            #expect(byValues == byTexts)
        }
    }

    @Test("halves that do not meet stay alone")
    func halvesApart() throws {
        var text = try text(#""\ud83d""#)
        text.append("-")
        text.append(try self.text(#""\ude00""#))
        #expect(text.hasLoneSurrogates)
        #expect(text.string == "\u{FFFD}-\u{FFFD}")
        var reversed = try self.text(#""\ude00""#)
        reversed.append(try self.text(#""\ud83d""#))
        #expect(reversed.string == "\u{FFFD}\u{FFFD}")
        #expect(try reversed == self.text(#""\ude00\ud83d""#))
        reversed.append(try self.text(#""\ude00""#))
        #expect(reversed.string == "\u{FFFD}😀")
        #expect(reversed.hasLoneSurrogates)
    }

    @Test("lone surrogates are told apart, U+FFFD is not one")
    func equality() throws {
        #expect(try text(#""\ud83d""#) != text(#""\ud83e""#))
        #expect(try text(#""\ud83d""#) != text(#""\ufffd""#))
        #expect(try text(#""\ud83d""#).string == text(#""\ufffd""#).string)
        #expect(try !text(#""\ud7ff\ue000""#).hasLoneSurrogates)
    }

    @Test("strings and nothing are appended as they are")
    func strings() throws {
        var text = JSONText()
        #expect(text.isEmpty)
        #expect(text.string == "")
        text.append(JSONText())
        text.append("é")
        text.append("👍")
        #expect(!text.isEmpty)
        #expect(text.string == "é👍")
        text.append(try #require(JSONDocument(parsing: Array("[\"no\"]".utf8)).root))
        #expect(text.string == "é👍")
    }
}
