import CaptureReading
import Testing

@Suite struct HeadersPaneReaderTests {
    /// The one exchange of a dump.
    private static func exchange(_ text: String) throws -> Exchange {
        let exchanges = try Reading.exchanges(text, as: .headersPane)
        #expect(exchanges.count == 1)
        return try #require(exchanges.first)
    }

    /// Where a text first stands, in bytes.
    private static func offset(of part: String, in text: String) throws -> Int {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        return try #require(bytes.indices.first { index in bytes[index...].starts(with: wanted) })
    }

    @Test("a dump of a desktop client is one exchange with all its parts")
    func dump() throws {
        let exchange = try HeadersPaneReaderTests.exchange(Samples.dump)
        let request = try #require(exchange.request)
        let response = try #require(exchange.response)
        #expect(request.method == nil)
        #expect(request.inferredMethod == "POST")
        #expect(request.httpVersion == nil)
        #expect(request.host == "llm.example")
        #expect(request.fields.map(\.name) == ["Accept", "Content-Length", "x-api-key"])
        #expect(request.fields.value("X-API-Key") == "sk-walk-to-perth")
        #expect(response.status == 200)
        #expect(response.reason == "OK")
        #expect(response.fields.value("alt-svc") == "h3=\":443\"; ma=86400")
        #expect(request.body.map { body in Reading.text(body.bytes).hasSuffix("]\n}") } == true)
        #expect(
            response.body.map { body in Reading.text(body.bytes) }
                == "\n\ndata: {\"text\": \"one\"}\n\ndata: {\"text\": \"two\"}\n\n")
    }

    @Test("places are those of the values in the file")
    func places() throws {
        let exchange = try HeadersPaneReaderTests.exchange(Samples.dump)
        let offset = { (part: String) in try HeadersPaneReaderTests.offset(of: part, in: Samples.dump) }
        #expect(exchange.request?.targetPlace?.byte == (try offset("https://llm")))
        #expect(exchange.request?.fields.first("x-api-key")?.place.byte == (try offset("sk-walk")))
        #expect(exchange.request?.place.byte == 0)
        #expect(exchange.request?.body?.place.byte == (try offset("{\n")))
        #expect(exchange.response?.place.byte == (try offset("# responseId")))
        #expect(exchange.response?.body?.place.byte == (try offset("\n\ndata: {\"text\": \"one")))
        let table = LineTable(exchange.source)
        #expect(table.location(of: Place(byte: try offset("sk-walk"))).line == 12)
    }

    @Test("an unknown word in a heading is a defect, and nothing else is")
    func unknownHeading() throws {
        let exchange = try HeadersPaneReaderTests.exchange(Samples.dump)
        #expect(exchange.defects.map(\.id) == ["headers-pane.unknown-heading"])
        #expect(exchange.defects.first?.place == exchange.response?.place)
        let known = try HeadersPaneReaderTests.exchange(Samples.dump.replacing("# responseId", with: "# response"))
        #expect(known.defects.isEmpty)
    }

    @Test(
        "the panes of Chrome are read in their order",
        arguments: [Samples.chrome, Samples.chrome.replacing("General\n", with: "")])
    func chrome(text: String) throws {
        let exchanges = try Reading.exchanges(text, as: .headersPane)
        #expect(
            exchanges.map(Reading.meaning) == [
                """
                POST https://llm.example/v1/messages [:authority=llm.example;:method=POST;authorization=Bearer walk-to-perth] nil
                200 OK [content-type=application/json;date=Wed, 10 Sep 2025 03:30:10 GMT] nil

                """,
                """
                GET https://llm.example/v1/models [accept=*/*] nil
                404 Not Found [content-type=application/json;x-empty=] nil

                """,
            ])
    }

    @Test("headers below a General block without titles belong to the response until the pseudo-headers of the request")
    func untitledPanes() throws {
        let exchange = try HeadersPaneReaderTests.exchange(
            "Request URL\nhttps://a/\nStatus Code\n200\nserver\nx\n:authority\na\naccept\n*/*\n")
        #expect(exchange.response?.fields.map(\.name) == ["server"])
        #expect(exchange.request?.fields.map(\.name) == [":authority", "accept"])
        #expect(exchange.response?.reason == nil)
        #expect(exchange.request?.method == nil)
    }

    @Test("pseudo-headers tell method, target and status where no label does")
    func pseudoHeaders() throws {
        let exchange = try HeadersPaneReaderTests.exchange(
            "# request\n## HEADERS\n:method: PUT\n:path: /x\n:authority: a\n# response\n## HEADERS\n:status: 204\n")
        #expect(exchange.request?.method == "PUT")
        #expect(exchange.request?.target == "/x")
        #expect(exchange.request?.host == "a")
        #expect(exchange.response?.status == 204)
        #expect(exchange.response?.reason == nil)
    }

    @Test(
        "line ends are LF, CRLF and CR, and mean the same",
        arguments: Samples.all.filter { sample in sample.format == "headers-pane" }.map(\.text))
    func lineEnds(text: String) throws {
        let expected = try Reading.exchanges(text, as: .headersPane).map(Reading.meaning)
        for ending in ["\r\n", "\r"] {
            let found = try Reading.exchanges(text.replacing("\n", with: ending), as: .headersPane)
            #expect(found.map(Reading.meaning) == expected)
        }
    }

    @Test(
        "headings are known in any case, with and without a colon",
        arguments: [
            "# Request:\n## Headers:\nHEADERS:\nA:\n1\n## Body\nx\n# RESPONSE\n## header\nSTATUS:\n404 Not Found\nb:\n2\n## body:\ny",
            "# request \n##  HEADERS\na: 1\n## BODY:\nx\n# response:\n## HEADER:\nStatus: 404 Not Found\nHEADERS\nB\n2\n## BODY \ny",
        ])
    func headings(text: String) throws {
        let exchange = try HeadersPaneReaderTests.exchange(text)
        #expect(exchange.request?.fields.value("a") == "1")
        #expect(exchange.request?.body.map { body in Reading.text(body.bytes) } == "x")
        #expect(exchange.response?.status == 404)
        #expect(exchange.response?.reason == "Not Found")
        #expect(exchange.response?.fields.value("b") == "2")
        #expect(exchange.response?.body.map { body in Reading.text(body.bytes) } == "y")
        #expect(exchange.defects.isEmpty)
    }

    @Test(
        "values may be empty, hold colons, and look like names",
        arguments: [
            ("a:\n\nb:\n2\n", "a=;b=2"), ("a:\nb:\n2\n", "a=;b=2"), ("a:\n", "a="), ("a:", "a="),
            ("a\n\nb\n2\n", "a=;b=2"),
            ("a:\nx: y: z\nb:\n2\n", "a=x: y: z;b=2"), ("date: Wed, 10:30:00\n", "date=Wed, 10:30:00"),
            ("a:b\n", "a=b"),
            ("location:\nhttps://b/\n", "location=https://b/"), ("A:\n  1 \t\nb:\n2", "A=1;b=2"),
            ("te:\ntrailers\nte:\n2", "te=trailers;te=2"),
            ("status\n200\nurl\nx\n", "status=200;url=x"), ("x:\n\u{E9}\n", "x=\u{E9}"), (":path:\n/x\n", ":path=/x"),
        ])
    func values(lines: String, expected: String) throws {
        // A line before them, so that words such as `status` are names.
        let exchange = try HeadersPaneReaderTests.exchange("# request\n## HEADERS\nHEADERS\nfirst: 1\n" + lines)
        let fields = (exchange.request?.fields ?? FieldLines()).dropFirst().map { line in "\(line.name)=\(line.value)" }
        #expect(fields.joined(separator: ";") == expected)
        #expect(exchange.defects.isEmpty)
    }

    @Test("lines that are neither name nor value are counted in one defect a section")
    func orphanLines() throws {
        let text = "# request\n## HEADERS\na: 1\nnot a name\n?? ?\nb: 2\n# response\n## HEADER\nlonely\n## BODY\n"
        let exchange = try HeadersPaneReaderTests.exchange(text)
        #expect(exchange.request?.fields.map(\.name) == ["a", "b"])
        #expect(exchange.defects.map(\.id) == ["headers-pane.orphan-line", "headers-pane.orphan-line"])
        #expect(exchange.defects.first?.message.contains("2 lines") == true)
        #expect(exchange.defects.first?.place.byte == (try HeadersPaneReaderTests.offset(of: "not a", in: text)))
        #expect(exchange.defects.last?.message.contains("1 line that is") == true)
    }

    @Test("lines below a side's heading are orphans too, those before the first heading are of no exchange")
    func strayLines() throws {
        let text = "\nNotes\n\nof mine\n# request\nof yours\n## HEADERS\na: 1\n"
        let (exchanges, facts) = try Reading.capture(Array(text.utf8), as: .headersPane)
        #expect(exchanges.flatMap(\.defects).map(\.id) == ["headers-pane.orphan-line"])
        #expect(exchanges.flatMap(\.defects).map(\.place.byte) == [26])
        #expect(exchanges.map(\.request?.fields.count) == [1])
        #expect(exchanges.map(\.source.start) == [Location(line: 5, column: 1, byte: 16)])
        #expect(facts.defects.map(\.id) == ["headers-pane.stray-content"])
        #expect(facts.defects.map(\.location) == [Location(line: 2, column: 1, byte: 1)])
        #expect(facts.defects.first?.message.contains("2 other lines") == true)
        let nothing = try Reading.capture(Array("nothing at all".utf8), as: .headersPane)
        #expect(nothing.exchanges.isEmpty)
        #expect(nothing.facts.defects.map(\.id) == ["headers-pane.stray-content"])
    }

    @Test(
        "a heading without content is a defect",
        arguments: [
            ("# request\n", 1), ("# request\n## HEADERS\n", 1), ("# request\n## HEADERS\n\n## BODY\nx", 1),
            ("# request\n## HEADERS\na: 1\n# response\n", 1), ("# request\n## HEADERS\na: 1\n## BODY\n", 0),
            ("# request\n## BODY\nx", 0),
        ])
    func emptySections(text: String, count: Int) throws {
        let exchange = try HeadersPaneReaderTests.exchange(text)
        #expect(exchange.defects.map(\.id) == Array(repeating: "headers-pane.empty-section", count: count))
        #expect(exchange.request != nil)
    }

    @Test(
        "sides that are missing stay absent",
        arguments: [
            ("# request\n## HEADERS\na: 1\n", true, false), ("# response\n## HEADER\nSTATUS: 200\n", false, true),
            ("# responseId\n## HEADER\na: 1\n", false, true),
            ("General\nRequest URL\nhttps://a/\n", true, false), ("Response Headers\nserver: x\n", false, true),
        ])
    func missingSides(text: String, hasRequest: Bool, hasResponse: Bool) throws {
        let exchange = try HeadersPaneReaderTests.exchange(text)
        #expect((exchange.request != nil) == hasRequest)
        #expect((exchange.response != nil) == hasResponse)
    }

    @Test(
        "a request behind a response or a request begins an exchange",
        arguments: [
            (
                "# request\n## HEADERS\na: 1\n# response\n## HEADER\nb: 2\n# request\n## HEADERS\nc: 3\n",
                ["a b", "c -"]
            ),
            (
                "# request\n## HEADERS\na: 1\n# request\n## HEADERS\nc: 3\n# response\n## HEADER\nd: 4\n",
                ["a -", "c d"]
            ),
            ("# response\n## HEADER\nb: 2\n# response\n## HEADER\nd: 4\n", ["- b", "- d"]),
            ("# response\n## HEADER\nb: 2\n# request\n## HEADERS\nc: 3\n", ["- b", "c -"]),
            ("## HEADERS\na: 1\n## BODY\n\n## HEADERS\nb: 2\n## BODY\n\n## HEADERS\nc: 3\n", ["a b", "c -"]),
            ("Request Headers\na: 1\nResponse Headers\nb: 2\nRequest Headers\nc: 3\n", ["a b", "c -"]),
            ("# request\n## HEADERS\na: 1\n# foo\n## HEADER\nb: 2\n# bar\n## HEADERS\nc: 3\n", ["a b", "c -"]),
            (
                "# General\nRequest URL: https://a/\n# request\n## HEADERS\na: 1\n# General\nRequest URL: https://b/\n",
                ["a -", "- -"]
            ),
        ])
    func severalExchanges(text: String, expected: [String]) throws {
        let exchanges = try Reading.exchanges(text, as: .headersPane)
        let names = exchanges.map { exchange in
            "\(exchange.request?.fields.first?.name ?? "-") \(exchange.response?.fields.first?.name ?? "-")"
        }
        #expect(names == expected)
        #expect(exchanges.map(\.number) == Array(1...expected.count))
        #expect(exchanges.map(\.source.bytes).joined().elementsEqual(text.utf8))
    }

    @Test(
        "a body ends at headings that are known, not at Markdown",
        arguments: [
            ("text\n# Title\n## Chapter\nmore", "text\n# Title\n## Chapter\nmore"),
            ("# requests\n## bodies", "# requests\n## bodies"),
            ("General\nadvice", "General\nadvice"), ("Request URL\nhttps://a/", "Request URL\nhttps://a/"),
            ("Response Headers", "Response Headers"),
            (" # request", " # request"), ("### request", "### request"), ("#request", "#request"),
            ("a\n# request\nb", "a"),
            ("a\n# other\n\n## HEADERS\nb: 1", "a"), ("a\nGeneral\nRequest URL\nhttps://a/", "a"),
            ("a\n\n\n# response\nb", "a"), ("a\n## BODY\nb", "a"),
        ])
    func bodyEnds(content: String, expected: String) throws {
        let exchanges = try Reading.exchanges("# request\n## HEADERS\na: 1\n## BODY:\n" + content, as: .headersPane)
        #expect(exchanges.first?.request?.body.map { body in Reading.text(body.bytes) } == expected)
    }

    @Test(
        "an event stream before a heading keeps the blank line that ends its last event",
        arguments: [
            ("content-type: text/event-stream\n", "data: 1\n\ndata: 2\n\n\n\n\n", "data: 1\n\ndata: 2\n\n"),
            ("a: 1\n", "data: 1\r\n\r\n\r\n", "data: 1\r\n\r\n"), ("a: 1\n", "data: 1\n", "data: 1\n"),
            ("a: 1\n", "\n\ndata: 1\r\r\r", "\n\ndata: 1\r\r"),
            ("content-type: application/json\n", "data: 1\n\n", "data: 1"),
            ("content-type: text/event-stream\n", "\n\n\n", ""),
        ])
    func streamBodies(field: String, content: String, expected: String) throws {
        let text = "# response\n## HEADER\n\(field)## BODY\n\(content)# request\n## HEADERS\na: 1\n"
        let exchanges = try Reading.exchanges(text, as: .headersPane)
        #expect(exchanges.count == 2)
        #expect(exchanges.first?.response?.body.map { body in Reading.text(body.bytes) } == expected)
    }

    @Test("a body at the end of the file is kept to its last byte", arguments: ["", "x", "x\n", "\n\nx\n\n\n", "\n"])
    func lastBody(content: String) throws {
        let exchange = try HeadersPaneReaderTests.exchange("# request\n## BODY\n" + content)
        #expect(exchange.request?.body.map { body in Reading.text(body.bytes) } == content)
        #expect(exchange.request?.body?.place.byte == 18)
        #expect(exchange.request?.body?.isTruncated == false)
    }

    @Test(
        "a status is a number and a reason, as far as it says so",
        arguments: [
            ("200 OK", 200, "OK"), ("200", 200, nil), ("200\tOK", 200, "OK"), ("200  OK", 200, "OK"),
            ("200 \u{301}OK", 200, "\u{301}OK"),
            ("404 Not Found (from disk cache)", 404, "Not Found (from disk cache)"), ("0", 0, nil),
            ("-1", -1, nil), ("(pending)", nil, "(pending)"), ("99999999999999999999 x", nil, "99999999999999999999 x"),
        ] as [(String, Int?, String?)])
    func status(text: String, status: Int?, reason: String?) throws {
        for text in ["# response\n## HEADER\nSTATUS: \(text)\n", "Request URL: /\nStatus Code\n\(text)\n"] {
            let response = try #require(try HeadersPaneReaderTests.exchange(text).response)
            #expect(response.status == status)
            #expect(response.reason == reason)
        }
    }
}
