import Findings
import Reporting
import Testing

@Suite("Laying out blocks as lines")
struct TextRendererTests {
    private func lines(_ blocks: [Block], width: Int = 40, isASCII: Bool = false) -> [String] {
        var renderer = TextRenderer(TextOptions(width: width, isASCII: isASCII))
        renderer.render(blocks)
        return renderer.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test("facts stand apart, and one for which there is no room begins a line")
    func facts() {
        let facts: [Inline] = ["1", "POST", "a-host-of-some-length", "and-a-model"]
        #expect(lines([.facts(facts, gap: 2)]) == ["1  POST  a-host-of-some-length", "   and-a-model"])
        #expect(lines([.facts(["x"], gap: 2, isSecond: true)]) == ["   x"])
    }

    @Test("items have dots between them, or hyphens in ASCII")
    func items() {
        #expect(lines([.items(["a", "b"])]) == ["   a · b"])
        #expect(lines([.items(["a", "b"])], isASCII: true) == ["   a - b"])
    }

    @Test("in ASCII the report's own signs are redrawn, and captured ones are not")
    func signs() {
        #expect(lines([.items(["one…two · three", .ellipsis])], isASCII: true) == ["   one…two · three - ..."])
        #expect(lines([.items(["one…two · three", .ellipsis])]) == ["   one…two · three · …"])
    }

    @Test("what is spelled out is faint in colour, so that a captured \\x1b is told from an escape")
    func spelledOut() {
        var renderer = TextRenderer(TextOptions(width: 60, hasColor: true))
        renderer.render([.items([Inline("a\u{1B}[31m\\x1b\u{202E}z", .strong)])])
        let faint = { (text: String) in "\u{1B}[2m\(text)\u{1B}[0m" }
        let strong = { (text: String) in "\u{1B}[1m\(text)\u{1B}[0m" }
        let expected = strong("a") + faint("\\x1b") + strong("[31m\\x1b") + faint("<U+202E>") + strong("z")
        #expect(renderer.text == "   \(expected)\n")
    }

    @Test("a word of many escapes is broken at the edge", arguments: 40...44)
    func brokenEscapes(width: Int) {
        let word = String(repeating: "ab\u{1B}\u{202E}", count: 20)
        let found = lines([.items([Inline(word)])], width: width)
        #expect(found.map { line in line.drop { $0 == " " } }.joined() == SafeText.escape(word))
        #expect(found.allSatisfy { line in line.count <= width })
    }

    @Test("a section's aside stands at the right edge, or below where there is no room")
    func asides() {
        let short = Section("TITLE", lead: ["lead"], aside: "(aside)")
        #expect(lines([.section(short)]) == ["TITLE   lead" + String(repeating: " ", count: 18) + "(aside)"])
        let long = Section("TITLE", lead: ["a lead of some length"], aside: "(a long aside)")
        #expect(lines([.section(long)]) == ["TITLE   a lead of some length", "   (a long aside)"])
    }

    @Test("rows line up, and their last column is broken under itself")
    func rows() {
        let rows = Rows([["a", "one two three four five six seven eight"], ["bbb", "x"]])
        #expect(lines([.rows(rows)]) == ["   a    one two three four five six", "        seven eight", "   bbb  x"])
    }

    @Test("a cell that is wider than a third of the line pushes the next one to a line of its own")
    func wideCells() {
        let rows = Rows([["a-cell-of-twenty-two-c", "x"], ["b", "y"]])
        #expect(lines([.rows(rows)]) == ["   a-cell-of-twenty-two-c", "                  x", "   b              y"])
    }

    @Test("flexible columns are shortened until a row fits")
    func flexibleColumns() {
        let rows = Rows(
            [["#", "HOST", "N"], ["1", "a-host-that-is-much-too-long-for-any-line.example", "5"]], indent: 0,
            flexible: [1])
        let found = lines([.rows(rows)])
        #expect(found.allSatisfy { line in line.count <= 37 })
        #expect(found[1].contains("…"))
        #expect(found[1].hasSuffix("5"))
    }

    @Test("a turn is cut with the rest counted, and says why it ended at the right")
    func turns() {
        let words = Beginning(of: "one two three four five six seven eight nine ten")
        let turn = Turn(marker: "12", role: "user", pieces: [.words(words), .remark("[note]")], end: "STOP")
        let found = lines([.turns([turn])], width: 60)
        #expect(
            found == [
                "  12 user    one two three four five six seven e… [+13]",
                "             [note]" + String(repeating: " ", count: 29) + "STOP",
            ])
    }

    @Test("a reason that does not fit beside the text stands below it")
    func longReasons() {
        let turn = Turn(
            marker: ">", role: "model", pieces: [.remark("[a remark that is long]")], end: "MALFORMED_FUNCTION_CALL")
        #expect(lines([.turns([turn])], width: 50).count == 2)
    }

    @Test("no word is lost where it is broken, whatever its characters are made of")
    func longWords() {
        let thai = String(repeating: "ก็", count: 120)
        let broken = lines([.remark(Inline(thai))])
        #expect(broken.map { line in line.trimmed }.joined() == thai)
        #expect(broken.count > 2)
        let escapes = String(repeating: "\u{1B}", count: 50)
        #expect(
            lines([.remark(Inline(escapes))]).map { line in line.trimmed }.joined()
                == String(repeating: "\\x1b", count: 50))
    }

    @Test("a word of a million characters takes no longer than its length allows")
    func hugeWord() {
        let found = lines([.remark(Inline(String(repeating: "x", count: 1_000_000)))], width: 80)
        #expect(found.count == 1_000_000 / 74 + 1)
    }

    @Test("captured text keeps its lines, and nothing else that acts")
    func verbatim() {
        #expect(lines([.verbatim("a\r\nb\u{1B}[2J\n\nc\rd")]) == ["   a", "   b\\x1b[2J", "", "   c\\x0dd"])
    }

    @Test("gaps never follow each other, and none stands at the beginning")
    func gaps() {
        #expect(lines([.gap, .items(["a"]), .gap, .gap, .items(["b"])]) == ["   a", "", "   b"])
    }

    @Test("no line is wider than it may be", arguments: [40, 60, 80, 200])
    func widths(_ width: Int) {
        let words = Inline(String(repeating: "words and more ", count: 30))
        let blocks: [Block] = [
            .facts(Array(repeating: "a fact of some length", count: 9), gap: 3),
            .items(Array(repeating: words, count: 2)),
            .section(
                Section("TITLE", lead: [words], aside: "(aside)", [.remark(words), .rows(Rows([["a", words]]))])),
            .turns([
                Turn(
                    marker: "1", role: "user", pieces: [.words(Beginning(of: words.text)), .remark(words)],
                    end: "A_LONG_REASON")
            ]),
        ]
        #expect(lines(blocks, width: width).allSatisfy { line in line.count <= width })
    }

    @Test("colours are put around styles, and never change the columns")
    func colors() {
        var renderer = TextRenderer(TextOptions(width: 40, hasColor: true))
        renderer.render([.rows(Rows([[Inline("a", .strong), "x"], ["bb", Inline("y", .severity(.high))]]))])
        #expect(renderer.text == "   \u{1B}[1ma\u{1B}[0m   x\n   bb  \u{1B}[31my\u{1B}[0m\n")
    }
}

extension String {
    /// The text without the spaces around it.
    fileprivate var trimmed: String {
        String(drop { character in character == " " })
    }
}
