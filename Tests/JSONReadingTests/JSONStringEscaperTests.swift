import JSONReading
import Testing

@Suite struct JSONStringEscaperTests {
    private func spell(_ string: String) -> String {
        var writer = JSONWriter()
        writer.string(string)
        return String(decoding: writer.take(), as: UTF8.self)
    }

    @Test(
        "a character that acts or hides is escaped",
        arguments: [
            ("\"\\", #""\"\\""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#), ("\u{0}\u{1B}[31m", #""\u0000\u001b[31m""#),
            ("a\u{7F}b", #""a\u007fb""#), ("\u{80}\u{9B}\u{9F}", #""\u0080\u009b\u009f""#),
            ("so\u{AD}ft", #""so\u00adft""#), ("\u{202E}\u{2066}", #""\u202e\u2066""#),
            ("a\u{200B}\u{FEFF}", #""a\u200b\ufeff""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
            ("\u{E0041}", #""\udb40\udc41""#), ("\u{E000}\u{F0000}", #""\ue000\udb80\udc00""#),
            ("a\u{200D}b", #""a\u200db""#), ("👩\u{200D}", #""👩\u200d""#), ("\u{200D}👩", #""\u200d👩""#),
            ("👩\u{200D}x", #""👩\u200dx""#), ("a\u{34F}b\u{3164}", #""a\u034fb\u3164""#),
            ("\u{3164}\u{200D}👩", #""\u3164\u200d👩""#), ("\u{1B}\u{200D}👩", #""\u001b\u200d👩""#),
            ("a\u{FE00}\u{E0100}", #""a\ufe00\udb40\udd00""#), ("\u{115F}\u{180B}\u{FFA0}", #""\u115f\u180b\uffa0""#),
        ])
    func escaped(string: String, spelled: String) {
        #expect(spell(string) == spelled)
    }

    @Test(
        "a character that is seen as it is stays",
        arguments: [
            "/", "é", "你好，世界", "~", "👩‍🚀", "👨‍👩‍👧", "❤️‍🔥", "👩🏽‍💻", "🏳️‍🌈", "\u{FFFD}", "e\u{301}", "한글", "☎\u{FE0E}", "Ελλάδα", "हिन्दी",
        ])
    func kept(string: String) {
        #expect(spell(string) == "\"\(string)\"")
        #expect(spell("ab" + string + "\n" + string) == "\"ab\(string)\\n\(string)\"")
    }

    @Test("a run of DEL takes no longer than its length asks for, and nor do plain bytes behind each")
    func deletes() {
        let text = String(repeating: "\u{7F}", count: 200_000) + String(repeating: "a", count: 200_000)
        let spelled = spell(text)
        let isExpected = spelled == "\"" + String(repeating: "\\u007f", count: 200_000) + text.dropFirst(200_000) + "\""
        #expect(isExpected)
    }

    @Test("every character is escaped or kept as its properties say, and read back as itself")
    func everyScalar() {
        for point in UInt32(0)...0x10_FFFF {
            guard let scalar = Unicode.Scalar(point) else { continue }
            let acts: Bool
            switch scalar.properties.generalCategory {
            case .control, .format, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: acts = true
            default:
                let hides =
                    scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{FE0E}" && scalar != "\u{FE0F}"
                acts = hides || scalar == "\"" || scalar == "\\"
            }
            // Planes 15 and 16 are private use throughout: some of each are enough.
            if point > 0xF_0000, point & 0xFF != 0 { continue }
            let spelled = spell(String(scalar))
            if spelled.utf8.dropFirst().starts(with: [UInt8(ascii: "\\")]) != acts {
                Issue.record("U+\(String(point, radix: 16)) spelled \(spelled)")
            }
            if acts, JSONDocument(parsing: Array(spelled.utf8)).root?.string != String(scalar) {
                Issue.record("U+\(String(point, radix: 16)) read back differently")
            }
        }
    }
}
