import CaptureReading
import Testing

@Suite struct HTTPMessageReaderTests {
    /// The exchanges of messages whose line ends are written as LF and are CRLF.
    private static func exchanges(_ text: String) throws -> [Exchange] {
        try Reading.exchanges(text.replacing("\n", with: "\r\n"), as: .httpMessage)
    }

    /// The bodies of a capture, request and response by turns.
    private static func bodies(_ text: String) throws -> [String?] {
        try Reading.exchanges(text, as: .httpMessage).flatMap { exchange in
            [exchange.request?.body, exchange.response?.body].map { body in
                body.map { body in Reading.text(body.encoded) }
            }
        }
    }

    @Test("messages are paired, and interim responses passed over")
    func pairs() throws {
        let exchanges = try Reading.exchanges(Samples.messages)
        #expect(
            exchanges.map(Reading.meaning) == [
                """
                POST /v1/messages [Host=llm.example;x-api-key=sk-walk-to-perth;Content-Length=7] "{\\"a\\":1}"
                200 OK [Transfer-Encoding=chunked] "5;x=y\\nhello\\n0\\nTrailer: t\\n\\n"

                """,
                """
                GET /v1/models [Host=llm.example] nil
                404 - [Content-Length=0] ""

                """,
            ])
        #expect(exchanges.map(\.request?.httpVersion) == ["HTTP/1.1", "HTTP/1.1"])
        #expect(exchanges.first?.request?.host == "llm.example")
    }

    @Test("places are those in the file")
    func places() throws {
        let text = "GET /a HTTP/1.1\r\nHost:  b\r\nEmpty:\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
        let exchange = try #require(try Reading.exchanges(text).first)
        #expect(exchange.request?.place.byte == 0)
        #expect(exchange.request?.targetPlace?.byte == 4)
        #expect(exchange.request?.fields.map(\.place.byte) == [24, 33])
        #expect(exchange.response?.place.byte == 37)
        #expect(exchange.response?.body?.place.byte == text.utf8.count - 2)
        #expect(exchange.response?.body?.place(ofByte: 1).byte == text.utf8.count - 1)
    }

    @Test("messages written by hand need no lengths")
    func handwritten() throws {
        let bodies = try HTTPMessageReaderTests.bodies(Samples.handwritten)
        #expect(bodies == ["{\"a\": 1}\n\n", "data: 1\n\ndata: 2\n\n", nil, nil])
        let exchanges = try Reading.exchanges(Samples.handwritten)
        #expect(exchanges.first?.request?.target == "https://llm.example/v1/messages")
        #expect(exchanges.first?.response?.httpVersion == "HTTP/2")
        #expect(exchanges.first?.response?.reason == nil)
        #expect(exchanges.first?.defects.isEmpty == true)
    }

    @Test("LF stands for CRLF", arguments: [Samples.messages, Samples.handwritten])
    func lineEnds(text: String) throws {
        let plain = text.replacing("\r\n", with: "\n")
        let expected = try Reading.exchanges(plain).map(Reading.meaning)
        #expect(try HTTPMessageReaderTests.exchanges(plain).map(Reading.meaning) == expected)
    }

    @Test(
        "start lines are read leniently, and sentences are none",
        arguments: [
            ("GET / HTTP/1.1", "GET / HTTP/1.1"), ("M-SEARCH * HTTP/1.1", "M-SEARCH * HTTP/1.1"),
            ("get /a b HTTP/0.9", "get /a b HTTP/0.9"),
            ("CONNECT a:443 HTTP/1.1", "CONNECT a:443 HTTP/1.1"),
            ("POST https://a/?q=x y HTTP/2.0 ", "POST https://a/?q=x y HTTP/2.0"),
            ("HTTP/1.1 200", "200 - HTTP/1.1"), ("HTTP/2 404 Not Found", "404 Not Found HTTP/2"),
            ("HTTP/1.1  200 \u{E9}", "200 \u{E9} HTTP/1.1"),
            ("HTTP/1.1 200OK", nil), ("HTTP/1.1 20", nil), ("HTTP/11.1 200 OK", nil), ("HTTP/1.1", nil),
            ("HTTP/ 200", nil), ("GET / HTTP/x", nil),
            ("GET HTTP/1.1", nil), ("GET  HTTP/1.1", nil), ("/ HTTP/1.1", nil), ("we use HTTP/1.1", nil),
            ("GET: / HTTP/1.1", nil), ("", nil), ("GET  /  HTTP/1.1", "GET / HTTP/1.1"), ("CONNECT a b HTTP/1.1", nil),
            ("HTTP/1.1\(String(repeating: " ", count: 40))200", nil), ("HTTP/1.1 2000", nil),
            ("GET\(String(repeating: " ", count: 40))/ HTTP/1.1", nil),
            ("CONNECT \(String(repeating: "a", count: 513)) HTTP/1.1", nil),
        ] as [(String, String?)])
    func startLines(line: String, expected: String?) throws {
        let exchange = try Reading.exchanges(line + "\r\n\r\n.", as: .httpMessage).first
        let request = exchange?.request.map { "\($0.method ?? "-") \($0.target ?? "-") \($0.httpVersion ?? "-")" }
        let response = exchange?.response.map { "\($0.status ?? 0) \($0.reason ?? "-") \($0.httpVersion ?? "-")" }
        #expect(request ?? response == expected)
    }

    @Test(
        "header lines are kept as they are, and flagged where they are wrong",
        arguments: [
            ("A: 1\nb:2\nA:\t3 ", "A=1;b=2;A=3", ""), ("A: 1\n  2\n\t3\nB: 4", "A=1 2 3;B=4", ""),
            ("A:\n 1", "A=1", ""),
            ("A : 1", "A =1", "http-message.space-in-name"),
            ("nonsense\nA: 1\nmore", "A=1", "http-message.line-without-colon"),
            (" A: 1", " A=1", "http-message.space-in-name"), (":status: 200", ":status=200", ""),
            ("A: a:b", "A=a:b", ""),
            ("A: \u{0}x", "A=\u{0}x", ""), ("A: b\rC: d", "A=b\rC: d", ""),
        ])
    func fields(lines: String, expected: String, defects: String) throws {
        let text = "GET / HTTP/1.1\n\(lines)\n\n"
        for text in [text, text.replacing("\n", with: "\r\n")] {
            let exchange = try #require(try Reading.exchanges(text, as: .httpMessage).first)
            let fields = (exchange.request?.fields ?? FieldLines()).map { line in "\(line.name)=\(line.value)" }
            #expect(fields.joined(separator: ";") == expected)
            #expect(exchange.defects.map(\.id).joined(separator: " ") == defects)
        }
    }

    @Test("bytes that are no UTF-8 are replaced in values and kept in the source")
    func invalidUTF8() throws {
        let bytes = Array("GET / HTTP/1.1\r\nA: ".utf8) + [0xFF] + Array("\r\n\r\n".utf8)
        let exchange = try #require(try Reading.exchanges(bytes).first)
        #expect(exchange.request?.fields.value("a") == "\u{FFFD}")
        #expect(exchange.source.bytes == bytes[...])
    }

    @Test(
        "a declared length holds if a message or the end follows",
        arguments: [
            ("HTTP/1.1 200 OK\nContent-Length: 2\n\nab", ["ab"], ""),
            ("HTTP/1.1 200 OK\nContent-Length: 0\n\n", [""], ""),
            ("HTTP/1.1 200 OK\nContent-Length: 2\n\nab\n\n", ["ab"], ""),
            ("HTTP/1.1 200 OK\nContent-Length: 2\n\nabHTTP/1.1 201 X\n\nc", ["ab", "c"], ""),
            ("HTTP/1.1 200 OK\nContent-Length: 5\n\nab", ["ab"], "truncated-body"),
            ("HTTP/1.1 200 OK\nContent-Length: 2, 2\n\nab", ["ab"], ""),
            ("HTTP/1.1 200 OK\nContent-Length: 500\n\nab\nHTTP/1.1 201 X\n\nc", ["ab\n", "c"], "truncated-body"),
            (
                "HTTP/1.1 200 OK\nContent-Length: 2\n\nabcd\nHTTP/1.1 201 X\n\nc", ["abcd\n", "c"],
                "content-behind-body"
            ),
            ("HTTP/1.1 200 OK\nContent-Length: 10\n\nab\nHTTP/1.1 201 X\n\nc", ["ab\n", "c"], "content-behind-body"),
            ("HTTP/1.1 200 OK\nContent-Length: 2\nContent-Length: 3\n\nab", ["ab"], "ambiguous-length"),
            ("HTTP/1.1 200 OK\nContent-Length: two\n\nab", ["ab"], "invalid-length"),
            ("HTTP/1.1 200 OK\nContent-Length: two\nContent-Length: three\n\nab", ["ab"], "invalid-length"),
            ("HTTP/1.1 200 OK\nContent-Length: ,\n\nab", ["ab"], "invalid-length"),
            ("HTTP/1.1 200 OK\nContent-Length: 9223372036854775807\n\nab", ["ab"], "truncated-body"),
            ("HTTP/1.1 200 OK\n\n", [""], ""),
            ("HTTP/1.1 200 OK\n\n\n\nHTTP/1.1 201 X\n\n", ["", ""], ""),
            ("HTTP/1.1 101 Switching\n\n\u{81}x", ["\u{81}x"], ""),
        ] as [(String, [String], String)])
    func lengths(text: String, bodies: [String], defect: String) throws {
        let exchanges = try Reading.exchanges(text, as: .httpMessage)
        #expect(exchanges.map { exchange in exchange.response?.body.map { Reading.text($0.encoded) } } == bodies)
        #expect(exchanges.flatMap(\.defects).map(\.id) == (defect.isEmpty ? [] : ["http-message." + defect]))
        #expect(exchanges.first?.response?.body?.isTruncated == (defect == "truncated-body"))
    }

    @Test(
        "chunks are walked to find the end, and stay in the body",
        arguments: [
            ("5\r\nhello\r\n0\r\n\r\n", "", false), ("5\nhello\n0\n\n", "", false),
            ("A;x=\"y\"\r\n0\r\n\r\n12345\r\n0\r\nT: u\r\n\r\n", "", false),
            ("5 \t\r\nhello\r\n000\r\n\r\n", "", false), ("5\r\nhello\r\n0\r\n\r\ntail", "content-behind-body", false),
            ("0\r\n\r\n", "", false),
            ("5\r\nhello\r\n", "truncated-body", true), ("5\r\nhello\r\n3\r\nab", "truncated-body", true),
            ("5\r\nhello\r\n0\r\n", "truncated-body", true),
            ("5\r\nhello\r\n0", "truncated-body", true), ("5\r\nhello\r\n3", "truncated-body", true),
            ("5\r\nhello\r\n0\r\nT: u", "truncated-body", true),
            ("{\"a\": 1}\n", "", false), ("", "", false), ("12345", "", false), ("5\r\nhelloo\r\n", "", false),
            ("+5\r\nhello\r\n", "", false),
            ("FFFFFFFFFFFFFFFFF\r\nx", "", false), ("5\r\nhello\r\nZ\r\n", "", false),
            ("7fffffffffffffff\r\nx", "", false), ("5\r\nGET /\r\n5\r\nhello\r\nno\r\n", "", false),
        ])
    func chunks(body: String, defect: String, isTruncated: Bool) throws {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip,\u{301}x,\tChunked\r\n\r\n"
        for follower in ["", "HTTP/1.1 201 Next\r\n\r\nz"]
        where follower.isEmpty || body.hasSuffix("\n") || body.isEmpty {
            let exchanges = try Reading.exchanges(head + body + follower, as: .httpMessage)
            #expect(exchanges.first?.response?.body.map { body in Reading.text(body.encoded) } == body)
            #expect(exchanges.first?.response?.body?.isTruncated == isTruncated)
            #expect(exchanges.first?.defects.map(\.id) == (defect.isEmpty ? [] : ["http-message." + defect]))
            #expect(exchanges.count == (follower.isEmpty ? 1 : 2))
        }
    }

    @Test("chunks win over a length, and the length over nothing")
    func ambiguousLength() throws {
        let head = "HTTP/1.1 200 OK\nContent-Length: 3\nTransfer-Encoding: chunked\n\n"
        for (body, expected) in [("1\na\n0\n\n", "1\na\n0\n\n"), ("abcHTTP/1.1 201 X\n\n", "abc")] {
            let exchange = try #require(try Reading.exchanges(head + body).first)
            #expect(exchange.response?.body.map { body in Reading.text(body.encoded) } == expected)
            #expect(exchange.defects.map(\.id) == ["http-message.ambiguous-length"])
            #expect(exchange.defects.first?.place.byte == 32)
        }
    }

    @Test(
        "some responses have no content whatever they declare",
        arguments: [("HEAD", "200 OK"), ("GET", "204 No Content"), ("GET", "304 Not Modified")])
    func noContent(method: String, status: String) throws {
        let text =
            "\(method) / HTTP/1.1\n\nHTTP/1.1 \(status)\nContent-Length: 900\n\nGET /b HTTP/1.1\n\nHTTP/1.1 200 OK\n\nb"
        let exchanges = try Reading.exchanges(text)
        #expect(exchanges.map { exchange in exchange.response?.body.map { Reading.text($0.encoded) } } == [nil, "b"])
        #expect(exchanges.flatMap(\.defects).isEmpty)
        let stray = try Reading.exchanges(text.replacing("900\n\n", with: "900\n\nstray\n"))
        #expect(stray.first?.defects.map(\.id) == ["http-message.stray-content"])
        #expect(stray.count == 2)
    }

    @Test(
        "a request takes the response behind it",
        arguments: [
            ("GET /a HTTP/1.1\n\nGET /b HTTP/1.1\n\nHTTP/1.1 200 OK\n\n", ["/a -", "/b 200"]),
            ("HTTP/1.1 200 OK\n\n", ["- 200"]),
            ("HTTP/1.1 200 OK\n\nHTTP/1.1 201 OK\n\nGET /c HTTP/1.1\n\n", ["- 200", "- 201", "/c -"]),
            (
                "GET /a HTTP/1.1\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 103 Early Hints\nLink: x\n\nHTTP/1.1 200 OK\n\n",
                ["/a 200"]
            ),
            ("GET /a HTTP/1.1\n\nHTTP/1.1 100 Continue\n\nGET /b HTTP/1.1\n\n", ["/a 100", "/b -"]),
            ("HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\n\n", ["- 200"]),
            ("GET /a HTTP/1.1\n\nHTTP/1.1 101 Switching\n\nHTTP/1.1 200 OK\n\n", ["/a 101", "- 200"]),
            ("GET /a HTTP/1.1\nA: b\nHTTP/1.1 200 OK\nC: d\nGET /b HTTP/1.1\n", ["/a 200", "/b -"]),
        ])
    func pairing(text: String, expected: [String]) throws {
        let exchanges = try HTTPMessageReaderTests.exchanges(text)
        let found = exchanges.map { "\($0.request?.target ?? "-") \($0.response?.status.map(String.init) ?? "-")" }
        #expect(found == expected)
        #expect(exchanges.map(\.source.bytes).joined().elementsEqual(text.replacing("\n", with: "\r\n").utf8))
    }

    @Test("a start line that the capture ends in is a message at the beginning, and content behind a body")
    func cutStartLine() throws {
        #expect(try Reading.exchanges("GET /a HTTP/1.1").first?.request?.target == "/a")
        let text = "HTTP/1.1 200 OK\nContent-Length: 2\n\nabHTTP/1.1 200 OK"
        let exchanges = try Reading.exchanges(text)
        #expect(exchanges.count == 1)
        #expect(exchanges.first?.response?.body?.encoded.count == 17)
        #expect(try Reading.exchanges(text + "\n").count == 2)
    }

    @Test("a header section that another message ends lacks its blank line")
    func missingBlankLine() throws {
        let exchanges = try Reading.exchanges("GET /a HTTP/1.1\nA: b\nHTTP/1.1 200 OK\nC: d\n\n")
        #expect(exchanges.map { exchange in exchange.defects.map(\.id) } == [["http-message.missing-blank-line"]])
        #expect(exchanges.first?.defects.map(\.place.byte) == [21])
    }

    @Test(
        "a header section that the capture ends in is cut, and its last line kept as far as it goes",
        arguments: [
            ("A: b\nC: d", "A=b;C=d", 21, "inside a header line"), ("A: b\nC: d\n", "A=b;C=d", 26, "the end of"),
            ("A: b\nContent-Ty", "A=b", 21, "inside a header line"), ("A: b\n c", "A=b c", 21, "inside a header line"),
            ("A: b\n\r", "A=b", 22, "the end of"), ("", "", 16, "the end of"),
        ])
    func cutHead(lines: String, expected: String, place: Int, words: String) throws {
        let exchange = try #require(try Reading.exchanges("GET /a HTTP/1.1\n" + lines).first)
        let fields = (exchange.request?.fields ?? FieldLines()).map { line in "\(line.name)=\(line.value)" }
        #expect(fields.joined(separator: ";") == expected)
        #expect(exchange.defects.map(\.id) == ["http-message.truncated-head"])
        #expect(exchange.defects.map(\.place.byte) == [place])
        #expect(exchange.defects.first?.message.contains(words) == true)
    }

    @Test(
        "a message may begin on the line that JSON ends in",
        arguments: [
            ("{\"a\": \"}\\\"]\"}", true), ("[1,\n {\"a\": [<png-base64>]}\n]", true), ("{}\n {\"b\": 1}", true),
            ("{\"a\": 1", false), ("{}x", false), ("x{}", false), ("{\"a\": \"", false), ("", true),
        ])
    func messageBehindJSON(body: String, isFound: Bool) throws {
        let text = "HTTP/1.1 200 OK\n\n\(body)HTTP/1.1 201 Created\n\nb\n"
        let exchanges = try Reading.exchanges(text, as: .httpMessage)
        let bodies = exchanges.map { exchange in exchange.response?.body.map { Reading.text($0.encoded) } }
        #expect(bodies == (isFound ? [body, "b\n"] : [body + "HTTP/1.1 201 Created\n\nb\n"]))
    }

    @Test("what stands before the first message is a defect of the capture, blank lines are not")
    func strayContent() throws {
        for cut in ["", "\r", "\n\n"] {
            let text = "junk\nmore\nGET / HTTP/1.1" + cut
            let (exchanges, facts) = try Reading.capture(Array(text.utf8), as: .httpMessage)
            #expect(exchanges.map(\.request?.place.byte) == [10])
            #expect(exchanges.map(\.source.start) == [Location(line: 3, column: 1, byte: 10)])
            #expect(exchanges.flatMap(\.defects).allSatisfy { $0.id == "http-message.truncated-head" })
            #expect(facts.defects.map(\.id) == ["http-message.stray-content"])
            #expect(facts.defects.first?.message.contains("found 10 other bytes") == true)
            #expect(facts.defects.first?.location == .start)
        }
        let blank = try Reading.capture(Array("\n\r\n\nGET / HTTP/1.1\n\n".utf8))
        #expect(blank.exchanges.flatMap(\.defects) == [])
        #expect(blank.facts.defects == [])
        let junk = try Reading.capture(Array("junk".utf8), as: .httpMessage)
        #expect(junk.exchanges.isEmpty)
        #expect(junk.facts.defects.map(\.id) == ["http-message.stray-content"])
    }

    @Test("of an interim response the headers and the body are passed over, the defects are not")
    func interimDefects() throws {
        let text = "GET / HTTP/1.1\n\nHTTP/1.1 103 Early Hints\nno colon\n\nHTTP/1.1 200 OK\nbad name: 1\n\n"
        let exchange = try #require(try Reading.exchanges(text).first)
        #expect(exchange.response?.status == 200)
        #expect(exchange.defects.map(\.id) == ["http-message.line-without-colon", "http-message.space-in-name"])
    }

    @Test(
        "a tunnel that CONNECT opened has no length, whatever its response declares",
        arguments: ["Content-Length: 4", "Transfer-Encoding: chunked", "Content-Length: 4\nTransfer-Encoding: chunked"])
    func tunnel(field: String) throws {
        let answer = "HTTP/1.1 200 Connection established\n\(field)\n\nGET / HTTP/1.1\n\n"
        let exchanges = try Reading.exchanges("CONNECT a:443 HTTP/1.1\n\n" + answer)
        #expect(exchanges.map(\.request?.method) == ["CONNECT", "GET"])
        #expect(exchanges.first?.response?.body?.encoded == [])
        #expect(exchanges.flatMap(\.defects).isEmpty)
        let binary = try Reading.exchanges("CONNECT a:443 HTTP/1.1\n\nHTTP/1.1 200 OK\n\(field)\n\n\u{16}\u{3}secret")
        #expect(binary.first?.response?.body?.encoded.count == 8)
        let refusal = "HTTP/1.1 403 Forbidden\nContent-Length: 2\n\nnoHTTP/1.1 200 OK\n\n"
        let refused = try Reading.exchanges("CONNECT a:443 HTTP/1.1\n\n" + refusal)
        #expect(refused.map(\.response?.status) == [403, 200])
    }

    @Test("of the next exchange no more is loaded than its start line")
    func neighbour() throws {
        let first = "GET / HTTP/1.1\n\nHTTP/1.1 200 OK\nContent-Length: 2\n\nhi"
        let second = "POST /b HTTP/1.1\nContent-Length: 1000000\n\n" + String(repeating: "x\n", count: 500_000)
        for text in [
            first + second, first.replacing("GET", with: "HEAD").replacing("hi", with: "") + second, second + second,
        ] {
            let source = MemorySource(Array(text.utf8))
            var reader = try CaptureReader(reading: source, as: .httpMessage, step: 1000)
            let exchange = try #require(try reader.next())
            #expect(reader.capture.byteCount < exchange.source.bytes.count + 2100)
            #expect(try reader.next()?.request?.body?.encoded.count == 1_000_000)
        }
    }

    @Test("a false length does not load the whole capture, nor does a false chunk size")
    func falseLengths() throws {
        for field in ["Content-Length: 999999999999999", "Content-Length: \(Int.max)", "Transfer-Encoding: chunked"] {
            let head = "HTTP/1.1 200 OK\n\(field)\n\n"
            let text = head + "7fffffff\nhi\n" + String(repeating: head, count: 20_000)
            var reader = try CaptureReader(reading: MemorySource(Array(text.utf8)), as: .httpMessage, step: 1000)
            #expect(try reader.next()?.response?.body.map { body in Reading.text(body.encoded) } == "7fffffff\nhi\n")
            #expect(reader.capture.byteCount < 3000)
        }
    }

    @Test("a length above the limit holds unless a start line stands in the body", arguments: [9, 10, 11])
    func lengthLimit(limit: Int) throws {
        for (body, isWhole) in [("0123456789", true), ("\n\n\n\n\n\n\n\n\n\n", true), ("\nHTTP/2 200\n", limit >= 12)] {
            for follower in ["", "GET / HTTP/1.1\n\n", "\n\nGET / HTTP/1.1\n\n"] {
                let text = "HTTP/1.1 200 OK\nContent-Length: \(body.utf8.count)\n\n\(body)\(follower)"
                var window = try CaptureWindow(reading: MemorySource(Array(text.utf8)), headSize: 1, step: 1)
                var reader = HTTPMessageReader(lengthLimit: limit)
                let response = try reader.next(from: &window, number: 7)?.response
                #expect(response?.body?.encoded.count == (isWhole ? body.utf8.count : 1))
                #expect(response?.body?.isTruncated == !isWhole)
            }
        }
        var reader = HTTPMessageReader(lengthLimit: limit)
        let chunks = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\na\n\nHTTP/1 200\n0\n\n"
        var window = try CaptureWindow(reading: MemorySource(Array(chunks.utf8)), headSize: 1, step: 1)
        #expect(try reader.next(from: &window, number: 1)?.number == 1)
    }

    @Test("a start line of any length counts at the beginning, and behind a body one that servers take")
    func longStartLines() throws {
        let body = "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi"
        for (length, count) in [(MessageSearch.reach - 20, 2), (MessageSearch.reach + 20, 1)] {
            let line = "GET /\(String(repeating: "a", count: length)) HTTP/1.1\n\n"
            #expect(try Reading.exchanges(line, as: .httpMessage).count == 1)
            #expect(try Reading.exchanges(body + line, as: .httpMessage).count == count)
        }
    }

    @Test("a length that splits a CRLF leaves lines and columns right")
    func splitLineEnd() throws {
        let text = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab\r\nHTTP/1.1 201 OK\r\n\r\n"
        for step in [1, 1000] {
            let exchanges = try Reading.exchanges(Array(text.utf8), as: .httpMessage, step: step)
            #expect(exchanges.first?.response?.body.map { body in Reading.text(body.encoded) } == "ab\r")
            #expect(exchanges.last?.source.start == Location(line: 5, column: 1, byte: 42))
        }
    }
}
