import Reporting
import Testing

@Suite struct SafeTextTests {
    @Test(
        "captured text is spelled out where it could act",
        arguments: [
            ("\u{1B}]0;PWN\u{7}", #"\x1b]0;PWN\x07"#),
            ("\u{1B}[2J\u{1B}[H", #"\x1b[2J\x1b[H"#),
            (
                "\u{1B}]8;;http://evil.test\u{1B}\\click\u{1B}]8;;\u{1B}\\",
                #"\x1b]8;;http://evil.test\x1b\click\x1b]8;;\x1b\"#
            ),
            ("\u{1B}]52;c;ZXZpbA==\u{7}", #"\x1b]52;c;ZXZpbA==\x07"#),
            ("\u{9B}31mred", #"\x9b31mred"#),
            ("\u{90}q#0\u{9C}", #"\x90q#0\x9c"#),
            ("progress 100%\rsafe: OK     ", #"progress 100%\x0dsafe: OK     "#),
            ("abc\u{8}\u{8}\u{8}XYZ", #"abc\x08\x08\x08XYZ"#),
            ("a\0b\u{7F}c", #"a\x00b\x7fc"#),
            ("cap\u{1B}[2J.txt", #"cap\x1b[2J.txt"#),
            ("{\"a\": \u{1B}[31m", #"{"a": \x1b[31m"#),
            ("\u{202E}gnp.exe", "<U+202E>gnp.exe"),
            ("\u{2066}admin\u{2069}", "<U+2066>admin<U+2069>"),
            ("pass\u{200B}word", "pass<U+200B>word"),
            ("api\u{FEFF}_key", "api<U+FEFF>_key"),
            ("\u{E0041}\u{E0042}", "<U+E0041><U+E0042>"),
            ("api.\u{43E}penai.com", "api.\u{43E}penai.com"),
        ])
    func hostile(input: String, expected: String) {
        #expect(SafeText.escape(input) == expected)
        #expect(SafeText.escape(input, allowingLines: true) == expected)
    }

    @Test("no more than eight marks in a row are shown as such")
    func marks() {
        let mark = "\u{301}"
        let eight = "e" + String(repeating: mark, count: 8)
        #expect(SafeText.escape(eight).unicodeScalars.elementsEqual(eight.unicodeScalars))
        let tower = SafeText.escape("e" + String(repeating: mark, count: 500) + "x" + mark)
        let expected = eight + String(repeating: "<U+0301>", count: 492) + "x" + mark
        #expect(tower.unicodeScalars.elementsEqual(expected.unicodeScalars))
        #expect(SafeText.width(of: tower) == 1 + 492 * 8 + 1)
    }

    @Test("ten million characters take no longer than their number asks for")
    func long() {
        let plain = String(repeating: "x", count: 10_000_000)
        #expect(SafeText.escape(plain).utf8.count == 10_000_000)
        #expect(SafeText.width(of: plain) == 10_000_000)
        #expect(SafeText.prefix(of: plain[...], columns: 80).utf8.count == 80)
    }

    @Test(
        "line feeds and tabs stay only where lines are allowed",
        arguments: [
            ("a\n[INFO] forged", #"a\x0a[INFO] forged"#, "a\n[INFO] forged"),
            ("a\tb", #"a\x09b"#, "a    b"),
            ("a\r\nb", #"a\x0d\x0ab"#, "a\\x0d\nb"),
            ("\u{B}\u{C}\u{85}", #"\x0b\x0c\x85"#, #"\x0b\x0c\x85"#),
            ("\u{2028}\u{2029}", "<U+2028><U+2029>", "<U+2028><U+2029>"),
        ])
    func lines(input: String, line: String, lines: String) {
        #expect(SafeText.escape(input) == line)
        #expect(SafeText.escape(input, allowingLines: true) == lines)
    }

    @Test(
        "what only hides is spelled out",
        arguments: [
            ("\u{AD}", "<U+00AD>"), ("\u{61C}", "<U+061C>"), ("\u{34F}", "<U+034F>"), ("\u{3164}", "<U+3164>"),
            ("\u{E000}", "<U+E000>"), ("\u{10FFFD}", "<U+10FFFD>"), ("\u{E0100}", "<U+E0100>"),
            ("\u{2060}", "<U+2060>"),
        ])
    func hidden(input: String, expected: String) {
        #expect(SafeText.escape("a\(input)b") == "a\(expected)b")
        #expect(SafeText.width(of: SafeText.escape(input)) == expected.utf8.count)
    }

    @Test(
        "a joiner stays between emoji alone",
        arguments: [
            ("👩\u{200D}💻", "👩\u{200D}💻"),
            ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"),
            ("\u{200D}💻", "<U+200D>💻"),
            ("👩\u{200D}", "👩<U+200D>"),
            ("👩\u{200D}\u{200D}💻", "👩<U+200D><U+200D>💻"),
            ("a\u{200D}b", "a<U+200D>b"),
            ("a\u{200D}💻", "a<U+200D>💻"),
            ("\u{1B}\u{200D}💻", #"\x1b<U+200D>💻"#),
            ("👩\u{200C}💻", "👩<U+200C>💻"),
        ])
    func joiners(input: String, expected: String) {
        #expect(SafeText.escape(input).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test("every character is either safe or spelled out, and what is written is safe")
    func everyCharacter() {
        let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
        let wrong = all.filter { scalar in
            let written = SafeText.escape(String(scalar))
            let isKept = written.unicodeScalars.elementsEqual([scalar])
            return isKept != SafeText.isSafe(scalar) || !written.unicodeScalars.allSatisfy(SafeText.isSafe)
        }
        #expect(wrong.isEmpty)
        let acting = all.filter { scalar in
            let categories: [Unicode.GeneralCategory] = [
                .control, .format, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator,
            ]
            return SafeText.isSafe(scalar) && categories.contains(scalar.properties.generalCategory)
        }
        #expect(acting.isEmpty)
    }

    @Test(
        "words of the world stay as they are",
        arguments: ["Grüße", "日本語", "한국어", "हिन्दी", "עברית", "العربية", "ไทย", "👍🏽 🇫🇷", "x² ≤ ½", "—“”…"])
    func readable(text: String) {
        #expect(SafeText.escape(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test(
        "columns are counted as terminals do",
        arguments: [
            ("", 0), ("abc", 3), ("日本", 4), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("e\u{301}", 1), ("ﾊ", 1),
            ("Ａ", 2),
            ("👍", 2), ("👍🏽", 2), ("👩\u{200D}💻", 2), ("🇫🇷", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("☕", 2), ("1\u{FE0F}", 1),
            ("½", 1), ("𠀀", 2), ("a日b", 4),
        ])
    func columns(text: String, columns: Int) {
        #expect(SafeText.width(of: text) == columns)
    }

    @Test(
        "a beginning never takes more columns than asked, nor loses its marks",
        arguments: [
            ("abc", 2, "ab"), ("abc", 9, "abc"), ("日本", 3, "日"), ("日本", 1, ""), ("e\u{301}x", 1, "e\u{301}"),
            ("abc", -1, ""),
            ("👩\u{200D}💻!", 2, "👩\u{200D}💻"), ("❤\u{FE0F}", 1, "❤"), ("", 4, ""),
        ])
    func prefixes(text: String, columns: Int, expected: String) {
        #expect(SafeText.prefix(of: text[...], columns: columns).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }
}
