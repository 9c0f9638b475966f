import Reporting
import Testing

@Suite("Previews")
struct PreviewTests {
    @Test(
        "a text that fits stays whole, its white space made single spaces",
        arguments: [
            ("his", "his"), ("a \n\n b\t\tc ", "a b c"), ("", ""), ("\r\na\r\n", "a"), ("ab", "ab"),
            ("e\u{301} e", "e\u{301} e"),
        ])
    func whole(_ text: String, _ shown: String) {
        let preview = Preview(of: text, columns: 10)
        #expect(preview.text == shown)
        #expect(preview.hidden == 0)
    }

    @Test(
        "a text that does not fit ends with an ellipsis, and the rest is counted",
        arguments: [("abcdefghijk", "abcdefghi…", 2), ("漢字漢字漢字", "漢字漢字…", 2), ("a b c d e f g", "a b c d e…", 4)])
    func cut(_ text: String, _ shown: String, _ hidden: Int) {
        let preview = Preview(of: text, columns: 10)
        #expect(preview.text == shown)
        #expect(preview.hidden == hidden)
    }

    @Test("what is hidden counts to the end of a text of any length")
    func long() {
        let preview = Preview(of: String(repeating: "x", count: 5_000_000), columns: 20)
        #expect(preview.text == String(repeating: "x", count: 19) + "…")
        #expect(preview.hidden == 5_000_000 - 19)
    }

    @Test("characters that are escaped are counted as they will be shown")
    func escapes() {
        #expect(Preview(of: "\u{1B}\u{1B}\u{1B}", columns: 9).text == "\u{1B}\u{1B}…")
        #expect(Preview(of: "a\rb", columns: 9).text == "a\rb")
    }

    @Test("every width gives a beginning of the text", arguments: 1...40)
    func everyWidth(_ columns: Int) {
        let text = "naïve 漢字 e\u{301}e\u{301} 👩‍👩‍👧‍👦 end of it"
        let preview = Preview(of: text, columns: columns)
        let beginning = preview.hidden > 0 ? String(preview.text.dropLast()) : preview.text
        #expect(text.unicodeScalars.starts(with: beginning.unicodeScalars))
        #expect(SafeText.width(of: SafeText.escape(preview.text)) <= max(columns, 1))
    }

    @Test("plain text is shortened as any other", arguments: -1...24)
    func plainText(columns: Int) {
        for text in ["", " ", "a", "  two  words ", "a\n\tb", "a long line that does not fit in", "tab\tat the end\t"] {
            // What is no ASCII stands where nothing of it is shown, and counts as what is left out.
            let mixed = text + String(repeating: " ", count: 30) + "x\u{E9}"
            let plain = text + String(repeating: " ", count: 30) + "xe"
            let shortened = (Preview(of: plain, columns: columns), Preview(of: mixed, columns: columns))
            #expect(shortened.0.hidden == shortened.1.hidden, "\(text)")
            #expect(
                shortened.0.text == shortened.1.text.replacing("\u{E9}", with: "e"), "\(text)")
        }
    }
}
