import JSONReading
import Redaction
import Reporting
import TestSupport
import Testing

@Suite("Hostile text in every output")
struct HostileInputTests {
    private func report(_ hostile: String, style: Redactor.Style, _ make: (@escaping Output) -> some Reporter) throws
        -> String
    {
        let sink = Sink()
        var reporter = make(sink.write)
        try InspectedCapture(HostileArchive(hostile).text).report(to: &reporter, path: hostile, style: style)
        reporter.finish()
        return sink.text
    }

    private func page(_ hostile: String) throws -> String {
        let options = PageOptions(isVerbose: true, details: Set(Detail.allCases))
        return try report(hostile, style: .words) { write in
            HTMLReporter(options: options, version: "0", write: write)
        }
    }

    /// The characters that must not stand in an output as they are.
    private func unsafe(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in scalar != "\n" && !SafeText.isSafe(scalar) }
    }

    /// The names of the tags of a page and how many attributes they have, those around spelled out characters left out.
    private func skeleton(of page: String) -> [String] {
        var tags: [String] = []
        var spelledDepth = 0
        for piece in page.split(separator: "<").dropFirst() {
            let tag = piece.prefix { character in character != ">" }
            if tag == "span class=\"spelled\"" {
                spelledDepth += 1
            } else if spelledDepth > 0, tag == "/span" {
                spelledDepth -= 1
            } else {
                let name = tag.prefix { character in character != " " }
                tags.append("\(name) \(tag.split(separator: "=\"", omittingEmptySubsequences: false).count)")
            }
        }
        return tags
    }

    @Test("no output lets a character through that acts on its reader", arguments: HostileArchive.inputs)
    func characters(_ hostile: String) throws {
        let everything = TextOptions(isVerbose: true, details: Set(Detail.allCases))
        let text = try report(hostile, style: .words) { write in TextReporter(options: everything, write: write) }
        let json = try report(hostile, style: .identifier) { write in
            InspectJSONReporter(layout: .document, options: JSONOptions(showsRaw: true), version: "0", write: write)
        }
        let markdown = try report(hostile, style: .words) { write in
            MarkdownReporter(options: PageOptions(details: [.raw]), version: "0", write: write)
        }
        for output in [text, json, markdown, try page(hostile)] {
            #expect(unsafe(in: output) == [])
            #expect(output.contains("relay.example"))
        }
        #expect(JSONDocument(parsing: Array(json.utf8)[...]).isComplete)
    }

    @Test("no text makes a tag or an attribute in a page", arguments: HostileArchive.inputs)
    func markup(_ hostile: String) throws {
        let page = try page(hostile)
        // Harmless, and laid out as the text is: as long, with the same lines.
        let harmless = String(hostile.map { character in character == "\n" ? "\n" : "W" })
        #expect(skeleton(of: page) == skeleton(of: try self.page(harmless)))
        #expect(!hostile.contains("<") || !page.contains(hostile))
    }

    @Test("no text is markup, a mention or a link in Markdown", arguments: HostileArchive.inputs)
    func prose(_ hostile: String) throws {
        let markdown = try report(hostile, style: .words) { write in
            MarkdownReporter(options: PageOptions(details: [.raw]), version: "0", write: write)
        }
        let own = ["<details>", "<details open>", "</details>", "<summary>", "</summary>", "<b>", "</b>"]
        for line in MarkdownProse(markdown).lines {
            let rest = own.reduce(line) { line, tag in line.split(separator: tag).joined() }
            for sign in ["<", "](", "@", "javascript:", "www.", "://", "GH-"] {
                let isThere = rest.contains(sign)
                #expect(!isThere, "\(sign) in \(line)")
            }
            #expect(!line.hasPrefix("[INFO]") && !line.hasPrefix("# "))
        }
    }
}
