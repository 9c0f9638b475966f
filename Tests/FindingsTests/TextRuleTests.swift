import Findings
import Testing

@Suite struct TextRuleTests {
    private func messages(_ id: String, prompt text: String) throws -> [String] {
        let body = #"{"contents": [{"role": "user", "parts": [{"text": "\#(text)"}]}]}"#
        return try Sample.findings(of: id, in: Sample.call(body)).map(\.message)
    }

    @Test(
        "hidden text is told by what hides it",
        arguments: [
            (#"a\u202eb"#, "(U+202E)"), (#"if \u2066 x"#, "(U+2066)"), (#"\udb40\udc41"#, "tag characters"),
            (#"pass\u200bword"#, "(U+200B)"), (#"api\ufeffkey"#, "(U+FEFF)"), (#"a\u200db"#, "(U+200D)"),
            (#"\u001b[8mhidden"#, "terminal sequence"), (#"\u001b[31;8mhidden"#, "terminal sequence"),
            (#"\u001b[2Kx"#, "terminal sequence"), (#"\u001b]8;;x"#, "terminal sequence"),
        ])
    func hidden(_ text: String, _ words: String) throws {
        let found = try messages("CNV002", prompt: text)
        #expect(found.count == 1)
        #expect(found.first?.contains(words) == true, "\(found)")
    }

    @Test(
        "what languages, emoji and colours need hides nothing",
        arguments: [
            "plain", "größe, 日本語", #"\ud83d\udc69\u200d\ud83d\udcbb"#, #"\u05d0\u202bb\u202c"#,
            #"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"#, #"\u200bstart"#, #"end\u200b"#, #"\ufeffstart"#,
            #"\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f"#,
            #"\u001b[31mred\u001b[0m"#, #"\u001b[1;38;5;8mgrey"#, "",
        ])
    func harmless(_ text: String) throws {
        #expect(try messages("CNV002", prompt: text) == [])
    }

    @Test(
        "controls of terminals are told, colours apart, and what nothing acts on is not",
        arguments: [
            (#"\u001b[2J"#, "message with control characters of terminals"),
            (#"\u001b[31mred\u001b[2J"#, "message with control characters of terminals"),
            (#"a\bb"#, "message with control characters of terminals"),
            (#"\u009b2J"#, "message with control characters of terminals"),
            (#"\u001b[31mred\u001b[0m"#, "message with colours of terminals"), (#"a\tb\r\nc"#, nil),
            (#"\u00c3\u0152"#, nil), ("", nil),
        ])
    func controls(_ text: String, _ words: String?) throws {
        #expect(try messages("OUT001", prompt: text) == [words].compactMap { words in words })
    }
}
