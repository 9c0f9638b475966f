import CaptureReading
import TestSupport
import Testing

/// Shapes that make a careless reader quadratic: a test that hangs here has found one.
@Suite struct HostileCaptureTests {
    /// A message in chunks that each hold the beginning of another such message.
    ///
    /// The blank line behind that message's header section is the line end behind the chunk, and the next chunk its
    /// body.
    private static func nestedChunks(fields: String, end: String) -> String {
        let head = "HTTP/1.1 200 OK\n\(fields)\n"
        let chunk = "\(String(head.utf8.count, radix: 16))\n\(head)\n"
        return "\(head)\n" + String(repeating: chunk, count: 10_000) + end
    }

    @Test(
        "start lines in chunks are content, however the chunks end and whatever length stands beside",
        arguments: ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked\nContent-Length: 3"],
        ["", "2b\nHTTP/1.1", "no size\n", "0\n\n", "0\n\nother content\n", "0\nTrailer: x"])
    func nestedChunks(fields: String, end: String) throws {
        let text = HostileCaptureTests.nestedChunks(fields: fields, end: end)
        let exchanges = try Reading.exchanges(text, as: .httpMessage)
        #expect(exchanges.map(\.source.bytes.count) == [text.utf8.count])
        #expect(exchanges.first?.response?.body?.encoded.count == text.utf8.count - fields.utf8.count - 18)
    }

    @Test(
        "messages whose lengths end in one run of line ends or in one long line",
        arguments: [
            String(repeating: "\n", count: 200_000) + "x\n", String(repeating: "\r\n", count: 100_000) + "HTTP/1.1 20",
            String(repeating: "GET /", count: 40_000) + "\n", String(repeating: "GET /", count: 40_000),
            "HTTP/1.1 200 " + String(repeating: "HTTP/1.1 200 ", count: 15_000),
        ])
    func sharedEnds(end: String) throws {
        let count = 4_000
        let head = "HTTP/1.1 200 OK\nContent-Length: 12345678\n\n"
        let length = String(head.utf8.count * count)
        let messages = head.replacing(
            "12345678", with: String(repeating: "0", count: 8 - length.utf8.count) + length)
        let exchanges = try Reading.exchanges(String(repeating: messages, count: count) + "\n" + end, as: .httpMessage)
        #expect(exchanges.count == count)
    }

    @Test("pane titles that come again and again with nothing below them")
    func emptyPanes() throws {
        let text = String(repeating: "Request Headers\nResponse Headers\n\n", count: 10_000)
        let exchanges = try Reading.exchanges(text, as: .headersPane)
        #expect(exchanges.count == 1)
        #expect(
            exchanges.first?.defects.map(\.message)
                == Array(
                    repeating:
                        "expected content below a heading, found none below 10000 of a kind; copy that part again if it is needed",
                    count: 2))
        #expect(exchanges.first?.defects.map(\.place.byte) == [0, 16])
        let filled = try Reading.exchanges(text + "Request Headers\na: 1\n", as: .headersPane)
        #expect(filled.first?.request?.fields.value("a") == "1")
        #expect(filled.first?.request?.place.byte == 0)
        #expect(filled.first?.defects.count == 1)
    }

    @Test(
        "headings without number, each of an exchange of its own",
        arguments: ["# request\n", "## HEADERS\n", "## BODY\n"])
    func headings(heading: String) throws {
        let text = String(repeating: heading, count: 10_000)
        let exchanges = try Reading.exchanges(text, as: .headersPane)
        #expect(exchanges.count >= 5_000)
        #expect(exchanges.map(\.source.bytes.count).reduce(0, +) == text.utf8.count)
    }

    @Test(
        "lines of browsers' panes without number",
        arguments: [
            "Summary\nURL: a\n", "Form Data\nRequest Headers\n", "Response\n{\n", "GET\nhttps://a/\n", "GET\n",
            "scheme\nhttps\n", "General\nRequest URL\n", "Request URL\nx\n", "Status\n200\nOK\n", "accept\n",
            "\u{A0}\u{200B} ", "> ", "```\n", "date: x\n y\n", "set-cookie\na=1; b\n", "Query String Parameters\n",
            "vary\norigin\n", "\n", "Response\n\n\n\n", "HTTP/1.1 200 OK\n",
        ], ["accept: */*\n", "scheme\nhttps\n", "# request\n## BODY\n"])
    func browserLines(line: String, first: String) throws {
        let text = first + String(repeating: line, count: 2_000)
        let (exchanges, facts) = try Reading.capture(Array(text.utf8), as: .headersPane)
        #expect(exchanges.map(\.source.bytes.count).reduce(0, +) == text.utf8.count)
        #expect(facts.byteCount == text.utf8.count)
    }

    @Test(
        "lines of curl without number",
        arguments: [
            "> GET / HTTP/1.1\n", "< HTTP/1.1 200 OK\n", "< HTTP/1.1 100\n< \n", "* Connection #0\n", "curl a.b/c\n",
            "curl a.b/c -d '", "curl -a;", "curl a.b/c <<E\n", "$ curl a.b/c ;", "curl a.b/c -F a=b -F ", "\\\n", "$(",
            "^\n",
            "\"^",
            "=> Send header, 16 bytes (0x10)\n0000: GET / HTTP/1.1\n", "<= Recv data, 9 bytes (0x9)\n", "0000: 41 42\n",
            "== Info: x\n", "<= Recv header, 9999999999 bytes\n0000: HTTP/1.1 100\n", "{ [5 bytes data]\n",
            "x* Connection #0",
            "\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0",
        ],
        ["> GET / HTTP/1.1\n< HTTP/1.1 200 OK\n< \n", "curl https://a/ ", "=> Send data, 3 bytes (0x3)\n"])
    func curlLines(line: String, first: String) throws {
        let text = first + String(repeating: line, count: 1_500)
        for format in [CaptureFormatID.curlVerbose, .curlTrace, .copyAsCurl] {
            let (_, facts) = try Reading.capture(Array(text.utf8), as: format)
            #expect(facts.byteCount == text.utf8.count)
        }
    }

    @Test(
        "records without number, whole and not",
        arguments: [
            "{\"request\": {}}\n", "{\"request\": {\n", "{\n", "[", "7 ", "{\"request\": {}},", "\"", "]", "{,\n}",
        ])
    func records(record: String) throws {
        for text in [String(repeating: record, count: 5_000), "[" + String(repeating: record, count: 5_000)] {
            let (_, facts) = try Reading.capture(Array(text.utf8), as: .claudeTrace)
            #expect(facts.byteCount == text.utf8.count)
        }
    }

    @Test(
        "a record that is whole is never lost where the log is cut behind it", arguments: [Samples.log, Samples.tapLog])
    func cutLogs(log: String) throws {
        let bytes = Array(log.utf8)
        var whole = 0
        for count in 0...bytes.count {
            let found = try Reading.exchanges(Array(bytes.prefix(count)), as: .claudeTrace)
            let sound = found.count { exchange in exchange.defects.isEmpty }
            #expect(sound >= whole)
            whole = max(whole, sound)
        }
    }

    @Test("records without number on one line that goes on for long")
    func recordsOnOneLine() throws {
        let count = 20_000
        let text =
            String(repeating: #"{"request":{}}"#, count: count) + #"{"request":{},"x":""#
            + String(repeating: "x", count: 10_000_000) + #""}"#
        #expect(try Reading.exchanges(text, as: .claudeTrace).count == count + 1)
    }

    @Test("what is wrong at every other byte is told once")
    func repeatedDefects() throws {
        let log = String(repeating: "7\n", count: 5_000)
        let found = try Reading.capture(Array(log.utf8), as: .claudeTrace).facts.defects
        #expect(found.map(\.id) == ["claude-trace.not-a-record"])
        #expect(found.first?.message.hasSuffix("; met 5000 times, here first") == true)
        for options in [String(repeating: "ë", count: 100), "v" + String(repeating: "ë -", count: 99) + "ë"] {
            let exchange = try #require(try Reading.exchanges("curl https://a/ -" + options, as: .copyAsCurl).first)
            #expect(exchange.defects.map(\.id) == ["copy-as-curl.unknown-option"])
            #expect(exchange.defects.first?.message.hasSuffix("; met 200 times, here first") == true)
            #expect(exchange.defects.first?.place.byte == 16)
        }
    }
}
