import CaptureReading
import Findings
import Redaction
import Reporting
import TestSupport
import Testing

@Suite("The HTML report")
struct HTMLReporterTests {
    /// The page on a capture.
    private func page(_ capture: String, _ options: PageOptions = PageOptions(), style: Redactor.Style = .words) throws
        -> String
    {
        let sink = Sink()
        var reporter = HTMLReporter(options: options, version: "0", write: sink.write)
        try InspectedCapture(capture, rules: RuleCatalog.all).report(to: &reporter, style: style)
        reporter.finish()
        return sink.text
    }

    /// The values of an attribute, in order.
    private func values(of attribute: String, in page: String) -> [String] {
        page.split(separator: " \(attribute)=\"").dropFirst().map { rest in
            String(rest.prefix { character in character != "\"" })
        }
    }

    /// A PNG of one pixel by its header; nothing of the rest is looked at.
    private static let png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"

    private static func image(_ type: String, _ data: String) -> String {
        #"{"inlineData":{"mimeType":"\#(type)","data":"\#(data)"}}"#
    }

    @Test("of a text that no page can hold the beginning and the end are there, with a count between them")
    func cut() throws {
        let text = "begun" + String(repeating: "x", count: 500_000) + "ended"
        let page = try page(gemini(text: text))
        #expect(page.contains(">begunxxx") && page.contains("xxxended<"))
        #expect(page.contains("[99,010 characters more: unspool inspect --format json]"))
    }

    @Test("the same capture gives the same bytes")
    func determinism() throws {
        let capture = gemini(parts: #"{"text":"hi"}"#)
        #expect(try page(capture + capture) == page(capture + capture))
    }

    @Test("ids are unique, and every link leads to one of them")
    func links() throws {
        let page = try page(
            gemini(parts: #"{"text":"hi"}"#)
                + gemini(parts: HTMLReporterTests.image("image/png", HTMLReporterTests.png)))
        let ids = values(of: "id", in: page)
        #expect(Set(ids).count == ids.count)
        let links = values(of: "href", in: page)
        #expect(links.count > 40)
        #expect(links.allSatisfy { link in link.first == "#" && ids.contains(String(link.dropFirst())) })
        for id in ["x1", "x2", "x1-t1", "x1-t2", "x1-rq-h1", "x2-rs", "x1-usage", "f-CFG004-2", "main", "r-CFG004"] {
            #expect(ids.contains(id) || id == "x1-usage", "\(id)")
        }
    }

    @Test("the policy comes before anything that it is about, and allows nothing but the page's own text")
    func policy() throws {
        let page = try page(gemini(parts: #"{"text":"hi"}"#))
        let policy = try #require(page.split(separator: "Content-Security-Policy\" content=\"").last).prefix {
            $0 != "\""
        }
        #expect(policy.hasPrefix("default-src &#39;none&#39;; style-src &#39;sha256-"))
        #expect(policy.hasSuffix("img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;"))
        let before = try #require(page.split(separator: "Content-Security-Policy").first)
        #expect(!before.contains("<style>") && !before.contains("<script>") && !before.contains("<title>"))
        #expect(!page.contains(" style=\"") && !page.contains(" onclick"))
    }

    @Test("what is known at the end of a capture is brought to its top by a slot")
    func slots() throws {
        let page = try page(gemini(parts: #"{"text":"hi"}"#) + gemini(parts: #"{"text":"ho"}"#))
        let parts = page.split(separator: "<article class=\"exchange\">")
        #expect(parts.count == 3)
        #expect(
            parts[0].contains("<template shadowrootmode=\"open\"><slot name=\"top\"></slot><slot></slot></template>"))
        #expect(parts[2].contains("<header class=\"overview\" slot=\"top\" id=\"c1\">"))
        #expect(parts[2].contains("<caption>Index of exchanges</caption>"))
    }

    @Test("one exchange has no index, and a page of no capture is empty")
    func small() throws {
        #expect(!(try page(gemini(parts: #"{"text":"hi"}"#))).contains("Index of exchanges"))
        let sink = Sink()
        var reporter = HTMLReporter(version: "0", write: sink.write)
        reporter.finish()
        #expect(sink.bytes.isEmpty)
    }

    @Test("turns are whole, numbered, with the line of the capture")
    func turns() throws {
        let page = try page(gemini(parts: #"{"text":"\#(String(repeating: "long ", count: 200))end"}"#))
        #expect(page.contains("<li class=\"bubble user\" id=\"x1-t1\">"))
        #expect(page.contains("<span class=\"faint\">1,003 characters</span><span class=\"faint\">line 5</span>"))
        #expect(page.contains("<summary>all 1,003 characters</summary>"))
        #expect(page.contains("long long end</div>"))
        #expect(page.contains("<li class=\"bubble answer\" id=\"x1-t2\">"))
    }

    @Test("an image is in the page itself, once; SVG and what calls itself PNG never are")
    func images() throws {
        let png = HTMLReporterTests.image("image/png", HTMLReporterTests.png)
        let svg = HTMLReporterTests.image("image/svg+xml", "PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIj48L3N2Zz4=")
        let mislabelled = HTMLReporterTests.image("image/png", "PHN2Zz48L3N2Zz4=")
        let page = try page(gemini(parts: "\(png),\(svg),\(mislabelled),\(png)"))
        let sources = values(of: "src", in: page)
        #expect(sources == ["data:image/png;base64,\(HTMLReporterTests.png)"])
        #expect(values(of: "alt", in: page) == ["PNG 1×1, turn 1"])
        #expect(page.contains("<a href=\"#x1-i1\">the same image as above</a>"))
        let bare = try self.page(gemini(parts: png), PageOptions(images: .none))
        #expect(values(of: "src", in: bare).isEmpty)
        #expect(bare.contains("not drawn: images were left out"))
    }

    @Test("an image that no turn shows has its own section, with its place and its verdict")
    func imagesBesideTurns() throws {
        let body = { (type: String, content: String) in
            """
            GET /a HTTP/1.1
            Host: a.example

            HTTP/1.1 200 OK
            Content-Type: \(type)
            Content-Length: \(content.utf8.count)

            \(content)

            """
        }
        let png = HTMLReporterTests.png
        let held = try page(body("application/json", #"{"thumb":"data:image/png;base64,\#(png)"}"#))
        #expect(held.contains(#"<h3>Images</h3><span class="lead"><span>1 image</span></span>"#))
        #expect(values(of: "src", in: held) == ["data:image/png;base64,\(png)"])
        #expect(values(of: "alt", in: held) == ["PNG 1×1, in a body"])
        #expect(held.contains(#"<span class="high">invalid, 1 of 1 rows survive</span>"#))
        #expect(held.contains(#"<span class="faint">CHK-CRC </span>expected the CRC"#))
        #expect(held.contains(#"<span class="faint">response/body/thumb</span>"#))
        #expect(try !page(gemini(parts: HTMLReporterTests.image("image/png", png))).contains("<h3>Images</h3>"))
    }

    @Test("a secret is nowhere, wherever the capture repeats it, and the page says that it is hidden")
    func secrecy() throws {
        let key = "walk-to-perth/99"
        let capture = gemini(
            parts:
                #"{"text":"my walk-to-perth\/99 key"},{"functionCall":{"name":"\#(key)","args":{"a":"walk\u002dto-perth/99"}}}"#,
            answer: #"{"text":"\#(key)"}"#, lines: "\nx-goog-api-key: \(key)\nX-Echo: say \(key)")
        let options = PageOptions(isVerbose: true, details: Set(Detail.allCases))
        let sink = Sink()
        var markdown = MarkdownReporter(options: options, version: "0", write: sink.write)
        try InspectedCapture(capture, rules: RuleCatalog.all).report(to: &markdown, style: .words)
        for output in [try page(capture, options), sink.text] {
            #expect(output.lowercased().contains("redacted: 1 key"))
            let characters = Array(key)
            for start in 0...(characters.count - 6) {
                let isShown = output.contains(String(characters[start..<(start + 6)]))
                #expect(!isShown, "\(start)")
            }
        }
        let disclosed = try page(capture, PageOptions(showsSecrets: true), style: .disclosed)
        #expect(disclosed.contains("SECRETS ARE SHOWN"))
        #expect(disclosed.contains(key))
    }

    @Test("what is folded of many exchanges is text to a browser that runs the script, up to its own end")
    func deferred() throws {
        let exchange = gemini(parts: #"{"text":"</noscript>"}"#)
        let page = try page(String(repeating: exchange, count: 22))
        let pieces = page.split(separator: "<noscript>")
        #expect(pieces.count == 3)
        #expect(page.split(separator: "</noscript>").count == 3)
        #expect(pieces[0].contains(#"id="x20-conversation""#) && pieces[0].hasSuffix(#"id="x21">"#))
        #expect(pieces[1].contains(#"id="x21-conversation""#) && pieces[2].contains(#"id="x22-conversation""#))
    }

    @Test("quotation marks are references in attributes alone: between tags they mean nothing")
    func quotationMarks() throws {
        let page = try page(
            gemini(parts: #"{"text":"a \"b\" 'c' & <d>"}"#, lines: "\nx-goog-api-key: walk-to-perth/99"))
        #expect(page.contains(#">a "b" 'c' &amp; &lt;d&gt;</div>"#))
        #expect(page.contains(#"title="request.headers[&quot;x-goog-api-key&quot;]""#))
    }

    @Test("a long index comes in groups of rows with columns of one width, and says which exchanges call a model")
    func longIndex() throws {
        let plain = """
            GET /a HTTP/1.1
            Host: a.example

            HTTP/1.1 200 OK
            Content-Length: 0


            """
        let page = try page(gemini(parts: #"{"text":"hi"}"#) + String(repeating: plain, count: 110))
        #expect(page.contains(#"<table class="index steady">"#))
        let index = try #require(
            page.split(separator: #"<table class="index steady">"#).last?.split(separator: "</table>").first)
        #expect(index.split(separator: "<tbody>").count == 4)
        #expect(index.split(separator: #"<tr class="faint">"#).count == 111)
        #expect(index.contains(##"<th scope="row" class="num c3" data-key="111"><a href="#x111">111</a></th>"##))
        #expect(page.contains(##"<span>1 of 111 exchanges calls a model:</span> <a href="#x1">1</a>"##))
        #expect(page.split(separator: #"<div class="group">"#).count == 6)
    }

    @Test("a waterfall is drawn where the capture has times, and missed where it has none")
    func waterfall() throws {
        let entry = { (time: String) in
            #"{"startedDateTime":"2025-01-01T00:00:0\#(time)Z","time":500,"request":{"method":"GET","url":"https://a.example/","headers":[]},"response":{"status":200,"headers":[],"content":{}}}"#
        }
        let page = try page(#"{"log":{"version":"1.2","entries":[\#(entry("0")),\#(entry("1"))]}}"#)
        #expect(page.contains(#"<i class="p1 s66 w33" role="img" title="after 1.0 s, for 500 ms"></i>"#))
        let timeless = gemini(parts: #"{"text":"hi"}"#)
        #expect(try self.page(timeless + timeless).contains("No timings in the capture: there is no waterfall."))
    }
}
