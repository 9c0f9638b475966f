import Comparison
import Redaction
import Reporting
import TestSupport
import Testing

@Suite("The HTML page of a comparison")
struct DiffHTMLReporterTests {
    private func page(
        _ a: String, _ b: String, _ options: PageOptions = PageOptions(), isTable: Bool = false,
        style: Redactor.Style = .words
    ) throws -> String {
        try DiffFixture.report(a, b, style: style) { write in
            DiffHTMLReporter(options: options, isTable: isTable, version: "0", write: write)
        }
    }

    /// The values of an attribute, in order.
    private func values(of attribute: String, in page: String) -> [String] {
        page.split(separator: " \(attribute)=\"").dropFirst().map { rest in
            String(rest.prefix { character in character != "\"" })
        }
    }

    /// A difference of the page, from its start to the next one.
    private func change(named name: String, in page: String) throws -> Substring {
        let changes = page.split(separator: "<li class=\"change\"")
        return try #require(changes.first { change in change.contains("<bdi>\(name)</bdi>") }, "\(name)")
    }

    // 1 x 1, gray, 8 bits; the shade is 0 and 255.
    private static let black =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    private static let white =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="

    private func answer(_ image: String) -> String {
        DiffFixture.b.replacing("iVBORw0KGgo", with: image)
    }

    @Test("both sides of every change, with the words that differ marked by elements")
    func changes() throws {
        let page = try page(DiffFixture.a, DiffFixture.b)
        let temperature = try change(named: "temperature", in: page)
        #expect(temperature.contains("<b>A</b><span class=\"faint\">line 10</span>"))
        #expect(temperature.contains("<del>1</del>") && temperature.contains("<ins>0.5</ins>"))
        let turn = try change(named: "turn 1 <b>user</b>", in: page)
        #expect(turn.contains("his <del>red</del> car") && turn.contains("his <ins>green</ins> car"))
        #expect(turn.contains("first edited turn"))
        #expect(try change(named: "turn 4 <b>user</b>", in: page).contains("<span class=\"absent\">(none)</span>"))
        #expect(try change(named: "tokens.input", in: page).contains("<span class=\"lead\">+14%</span>"))
        #expect(page.contains("<summary>2 messages unchanged</summary>"))
        #expect(page.contains("<ul><li dir=\"auto\">2 <b>model</b> <span class=\"faint\">Here.</span></li>"))
    }

    @Test("a filter that lets more through is marked in the change, in its pair, in the table and at the top")
    func loosened() throws {
        let page = try page(DiffFixture.a, DiffFixture.b)
        let filter = try change(named: "safetySettings[HARM_CATEGORY_HARASSMENT]", in: page)
        #expect(filter.contains("! loosened") && filter.contains("<ins>OFF</ins>"))
        #expect(page.contains("<span class=\"high\">! 1 filter loosened</span>"))
        #expect(page.contains("<dt>Safety loosened</dt><dd class=\"value\"><span class=\"high\">! 1</span></dd>"))
        #expect(page.contains("<span class=\"high\">! </span>"))
        let tightened = try self.page(DiffFixture.b, DiffFixture.a)
        #expect(!tightened.contains("! loosened"))
        #expect(tightened.contains("<dt>Safety loosened</dt><dd class=\"value\">0</dd>"))
    }

    @Test("of keys it says whether they are the same, and shows neither; no control character is left")
    func secrecy() throws {
        let page = try page(DiffFixture.a, DiffFixture.b, PageOptions(isVerbose: true))
        let key = try change(named: "x-goog-api-key", in: page)
        #expect(key.contains("<span class=\"medium\">another key</span>"))
        #expect(key.contains("<del>[key 1, 18 characters]</del>") && key.contains("<ins>[key 2, 18 characters]</ins>"))
        for secret in ["walk-to", "to-perth", "&quot;abc&quot;", "xyz"] {
            let isShown = page.contains(secret)
            #expect(!isShown, "\(secret)")
        }
        #expect(!page.unicodeScalars.contains { scalar in scalar.value < 0x20 && scalar != "\n" })
        let rotated = DiffFixture.a.replacing("agent/1", with: "agent/9")
        #expect(try self.page(DiffFixture.a, rotated).contains("x-goog-api-key: the same key (key 1)"))
        let disclosed = try self.page(
            DiffFixture.a, DiffFixture.b, PageOptions(showsSecrets: true), style: .disclosed)
        #expect(disclosed.contains("sk-walk-to-perth-2") && disclosed.contains("SECRETS ARE SHOWN"))
    }

    @Test("ids are unique, links lead to them, and those of changes lead from the first to the last and back")
    func links() throws {
        let extra = DiffFixture.b.replacing("green", with: "blue")
        let page = try page(DiffFixture.a, DiffFixture.b + extra)
        let ids = values(of: "id", in: page)
        #expect(Set(ids).count == ids.count)
        #expect(values(of: "href", in: page).allSatisfy { link in ids.contains(String(link.dropFirst())) })
        let changes = page.split(separator: "<li class=\"change\"").dropFirst()
        let names = changes.map { change in String(change.dropFirst(5).prefix { $0 != "\"" }) }
        #expect(names.count > 10)
        for (index, change) in changes.enumerated() {
            let steps = values(
                of: "href", in: String(try #require(change.split(separator: "<span class=\"steps\">").last)))
            let expected = [index > 0 ? names[index - 1] : nil, index + 1 < names.count ? names[index + 1] : nil]
            #expect(
                Array(steps.prefix(expected.compactMap(\.self).count)) == expected.compactMap(\.self).map { "#\($0)" })
        }
    }

    @Test("exchanges of one side and moved ones have their place")
    func places() throws {
        let other = DiffFixture.b.replacing("gemini-pro", with: "gemini-nano").replacing(
            "his green car", with: "a boat")
        let added = try page(DiffFixture.a, DiffFixture.a + other)
        #expect(added.contains("<th scope=\"row\"><span class=\"medium\">only in B</span></th>"))
        let row = try change(named: "<span class=\"medium\">only in B</span>", in: added)
        #expect(row.contains("(none)") && row.contains("<ins>exchange 2 · relay.example · status 200"))
        let moved = try page(DiffFixture.a + other, other + DiffFixture.a)
        #expect(moved.contains("<bdi>moved, was "))
        #expect(try page(DiffFixture.a, DiffFixture.a).contains("<p class=\"good\">No difference.</p>"))
    }

    @Test("images of both sides stand beside each other, and below them where they differ")
    func images() throws {
        let page = try page(answer(Self.black), answer(Self.white))
        let sources = values(of: "src", in: page)
        #expect(sources.count == 3)
        #expect(sources.prefix(2) == ["data:image/png;base64,\(Self.black)", "data:image/png;base64,\(Self.white)"])
        #expect(page.contains("100.0 % of pixels differ"))
        #expect(page.contains("mean error 191.2 of 255"))
        #expect(page.contains("Where they differ: the darker, the more."))
        #expect(values(of: "id", in: page).filter { id in id.hasPrefix("d1-a-i") || id.hasPrefix("d1-b-i") }.count == 2)
        let bare = try self.page(answer(Self.black), answer(Self.white), PageOptions(images: .none))
        #expect(values(of: "src", in: bare).isEmpty && bare.contains("not drawn: images were left out"))
    }

    @Test("an image that does not conform to its format is told, and not put into the page")
    func invalidImages() throws {
        let page = try page(answer(Self.black), answer(String(Self.white.prefix(60))))
        #expect(values(of: "src", in: page) == ["data:image/png;base64,\(Self.black)"])
        #expect(page.contains("not drawn: it does not conform to its format"))
    }

    @Test("what is asked for as a table has no pair below, and the same captures give the same bytes")
    func table() throws {
        let table = try page(DiffFixture.a, DiffFixture.b, isTable: true)
        #expect(table.contains("<caption>Pairs of exchanges</caption>") && !table.contains("<article"))
        #expect(!table.contains("href=\"#d1\""))
        #expect(try page(DiffFixture.a, DiffFixture.b) == page(DiffFixture.a, DiffFixture.b))
    }

    @Test("markup in captured text stays text")
    func hostility() throws {
        let hostile = "</script><img src=x onerror=alert(1)>"
        let page = try page(
            DiffFixture.a.replacing("his red car", with: hostile).replacing("agent/1", with: hostile),
            DiffFixture.b.replacing("gemini-pro", with: "a'b"))
        #expect(!page.contains("<img") && page.split(separator: "</script>").count == 2)
        #expect(page.contains("&lt;/<") || page.contains("&lt;/script"))
    }
}
