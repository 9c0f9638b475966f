import Findings
import Redaction
import Reporting
import TestSupport
import Testing

@Suite("The Markdown report")
struct MarkdownReporterTests {
    private func report(_ capture: String, _ options: PageOptions = PageOptions()) throws -> String {
        let sink = Sink()
        var reporter = MarkdownReporter(options: options, version: "0", write: sink.write)
        try InspectedCapture(capture, rules: RuleCatalog.all).report(to: &reporter, style: .words)
        reporter.finish()
        return sink.text
    }

    @Test("a report has facts, findings, and the conversation in fences")
    func one() throws {
        let text = try report(gemini(text: "hi"))
        #expect(text.hasPrefix("## a.http\n\n1 exchange · "))
        #expect(text.contains("### 1 · POST · Gemini · **gemini-x**\n"))
        #expect(text.contains("| high | HST001 | 1 | "))
        #expect(text.contains("**user** · line 5\n\n```text\nhi\n```\n"))
        #expect(text.contains("**model** · answer · line "))
        #expect(text.hasSuffix("*unspool 0*\n"))
    }

    @Test("a text cannot end its fence, and a bar not its cell")
    func fences() throws {
        let text = try report(gemini(text: "a\\n````\\nb | c"))
        #expect(text.contains("`````text\na\n````\nb | c\n`````\n"))
        let header = gemini(text: "x").split(separator: "relay.example", maxSplits: 1).joined(
            separator: "relay.example\nX-A: b | c")
        #expect(try report(header).contains("| 3 | **X-A** | `b \\| c` |"))
    }

    @Test("a report fits in an issue however long the capture is, and says what is left out", arguments: [1, 400])
    func bounds(_ count: Int) throws {
        let word = count == 1 ? String(repeating: "word ", count: 100_000) : "hi"
        let capture = String(repeating: gemini(text: word), count: count)
        let text = try report(capture)
        #expect(text.utf8.count <= 60_000)
        #expect(text.contains(count == 1 ? "characters more]*" : "parts more: -v for all, or --only for some]*"))
        #expect(text.hasSuffix("*unspool 0*\n"))
        #expect(text.split(separator: "<details").count == text.split(separator: "</details>").count)
        if count == 400 { #expect(try report(capture, PageOptions(isVerbose: true)).utf8.count > 200_000) }
    }
}
