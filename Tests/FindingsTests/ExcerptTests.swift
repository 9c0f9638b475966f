import Findings
import Testing

@Suite struct ExcerptTests {
    @Test(
        "text of up to 40 code points is quoted whole, else its first 39 and an ellipsis",
        arguments: [
            ("", ""), ("short", "short"), (String(repeating: "a", count: 40), String(repeating: "a", count: 40)),
            (String(repeating: "a", count: 41), String(repeating: "a", count: 39) + "\u{2026}"),
            (String(repeating: "\u{E9}", count: 1_000), String(repeating: "\u{E9}", count: 39) + "\u{2026}"),
        ])
    func quotes(_ text: String, _ quoted: String) {
        #expect(Excerpt(text).description == quoted)
    }

    @Test("one character of many code points is cut as well")
    func combined() {
        let hostile = "e" + String(repeating: "\u{301}", count: 1_000)
        #expect(hostile.count == 1)
        #expect(Excerpt(hostile).description.unicodeScalars.count == 40)
    }
}
