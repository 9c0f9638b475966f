import CaptureReading
import Testing

/// What curl writes of transfers that run at once.
@Suite struct CurlParallelTests {
    /// Blocks of a trace, each with its ids and its text of one line.
    private func trace(_ blocks: [(id: String, kind: String, text: String)], end: String = "\n") -> String {
        blocks.map { block in
            if block.kind == "==" { return "\(block.id)== Info: \(block.text)\(end)" }
            let digits = block.text.utf8.enumerated().map { index, byte in
                let digits = String(byte, radix: 16)
                let offset =
                    String(repeating: "0", count: 3 - String(index, radix: 16).count) + String(index, radix: 16)
                let start = index % 16 == 0 ? (index > 0 ? end : "") + "0" + offset + ":" : ""
                return start + " " + (digits.count == 1 ? "0" : "") + digits
            }
            return "\(block.id)\(block.kind), \(block.text.utf8.count) bytes (0x1)\(end)\(digits.joined())\(end)"
        }
        .joined()
    }

    private let sent = "=> Send header"
    private let sentData = "=> Send data"
    private let received = "<= Recv header"
    private let data = "<= Recv data"

    private func request(_ path: String, _ length: Int) -> String {
        "POST \(path) HTTP/1.1\r\nContent-Length: \(length)\r\n\r\n"
    }

    /// Two transfers whose blocks are mixed, and a third one behind them.
    private func blocks(ids: [String]) -> [(id: String, kind: String, text: String)] {
        [
            (ids[0], sent, request("/a", 2)), (ids[1], sent, request("/b", 2)), (ids[1], sentData, "b1"),
            (ids[0], sentData, "a1"), (ids[1], received, "HTTP/1.1 201 B\r\n"), (ids[1], received, "B: 1\r\n\r\n"),
            (ids[0], received, "HTTP/1.1 200 A\r\n"), (ids[0], received, "A: 1\r\n\r\n"), (ids[0], data, "to a"),
            (ids[1], data, "to b"), (ids[0], data, " and a"),
            (ids[0], "==", "Connection #0 to host a left intact"),
            (ids[1], "==", "Connection #1 to host a left intact"),
            (ids[2], sent, "GET /c HTTP/1.1\r\n\r\n"), (ids[2], received, "HTTP/1.1 204 C\r\n\r\n"),
        ]
    }

    private func text(_ body: Body?) -> String? { body.map { body in Reading.text(body.bytes) } }

    @Test("blocks of transfers are told apart by their ids", arguments: ["\n", "\r\n", "\r", "\r\r\n"])
    func ids(end: String) throws {
        let capture = trace(blocks(ids: ["[0-0] ", "[1-1] ", "[2-0] "]), end: end)
        var reader = try CaptureReader(reading: MemorySource(Array(capture.utf8)))
        #expect(reader.format == .curlTrace)
        var found: [Exchange] = []
        while let exchange = try reader.next() { found.append(exchange) }
        #expect(found.map(\.number) == [1, 2, 3])
        #expect(found.map(\.request?.target) == ["/a", "/b", "/c"])
        #expect(found.map { exchange in text(exchange.request?.body) } == ["a1", "b1", nil])
        #expect(found.map(\.response?.status) == [200, 201, 204])
        #expect(found.map { exchange in text(exchange.response?.body) } == ["to a and a", "to b", ""])
        #expect(found.flatMap(\.defects).isEmpty)
        #expect(found[0].source.start == found[1].source.start)
        let body = try #require(found[1].response?.body)
        #expect(Array(capture.utf8)[body.place(ofByte: 3).byte...].starts(with: "62".utf8))
    }

    @Test("without ids no response is given to a request, and content that may be of several is left out")
    func mixed() throws {
        let found = try Reading.exchanges(trace(blocks(ids: ["", "", ""])))
        #expect(found.map(\.request?.target) == ["/a", "/b", nil, nil, "/c"])
        #expect(found.map(\.response?.status) == [nil, nil, 201, 200, 204])
        #expect(found[0].request?.body?.fault?.kind == .bodyMissing)
        #expect(text(found[1].request?.body) == "b1")
        #expect(found[2].response?.body?.fault?.kind == .bodyMissing)
        #expect(found[3].response?.body?.fault?.kind == .bodyMissing)
        let ids = found.map { exchange in exchange.defects.map(\.id) }
        #expect(ids[0] == ["curl-trace.mixed-transfers", "curl-trace.mixed-content"])
        #expect(ids[2] == ["curl-trace.mixed-transfers", "curl-trace.mixed-content"])
        #expect(ids[4] == [])
    }

    private func verbose(_ ids: [String]) -> String {
        """
        \(ids[0])* Connected to a
        \(ids[0])> GET /a HTTP/1.1
        \(ids[0])>\u{20}
        \(ids[1])> GET /b HTTP/1.1
        \(ids[1])>\u{20}
        \(ids[1])< HTTP/1.1 201 B
        \(ids[0])< HTTP/1.1 200 A
        \(ids[1])< b: 1
        \(ids[1])<\u{20}
        {"to": "b"}
        \(ids[1])* Connection #1 to host a left intact
        \(ids[0])< a: 1
        \(ids[0])<\u{20}
        data: a

        data: a

        \(ids[0])* Connection #0 to host a left intact
        \(ids[2])> GET /c HTTP/1.1
        \(ids[2])>\u{20}
        \(ids[2])< HTTP/1.1 204 C
        \(ids[2])<\u{20}

        """
    }

    @Test("lines of curl -v are told apart by their ids, and content where only one response is open")
    func verboseIDs() throws {
        let found = try Reading.exchanges(verbose(["[0-0] ", "[1-1] ", "[2-0] "]))
        #expect(found.map(\.request?.target) == ["/a", "/b", "/c"])
        #expect(found.map(\.response?.status) == [200, 201, 204])
        #expect(found.map { exchange in exchange.response?.fields.map(\.name) } == [["a"], ["b"], []])
        // Both heads have begun where the first content stands: it may be of either.
        #expect(found[1].response?.body?.fault?.kind == .bodyMissing)
        #expect(found.map { exchange in exchange.defects.map(\.id) }[1] == ["curl-verbose.mixed-content"])
        let plain = verbose(["[0-0] ", "[1-1] ", "[2-0] "]).replacing("[0-0] < HTTP/1.1 200 A\n", with: "").replacing(
            "[0-0] < a: 1\n", with: "[0-0] < HTTP/1.1 200 A\n[0-0] < a: 1\n")
        let apart = try Reading.exchanges(plain)
        let contents = apart.map { exchange in text(exchange.response?.body) }
        #expect(contents == ["data: a\n\ndata: a\n\n", "{\"to\": \"b\"}\n", ""])
        #expect(apart.flatMap(\.defects).isEmpty)
    }

    @Test("curl -v without ids tells each message by itself")
    func verboseMixed() throws {
        let found = try Reading.exchanges(verbose(["", "", ""]))
        #expect(found.map(\.request?.target) == ["/a", "/b", nil, nil, "/c"])
        #expect(found.map(\.response?.status) == [nil, nil, 201, 200, 204])
        #expect(
            found.dropLast().allSatisfy { exchange in
                exchange.defects.contains { defect in defect.id == "curl-verbose.mixed-transfers" }
            })
        #expect(found.last?.defects.isEmpty == true)
    }

    @Test(
        "a request that failed before the next one is no sign of others at once",
        arguments: [
            "* Empty reply from server", "* Connection died, retrying a fresh connect", "* Closing connection 0",
        ])
    func failed(line: String) throws {
        let log = "> GET /a HTTP/1.1\n> \n\(line)\n> GET /b HTTP/1.1\n> \n< HTTP/1.1 200 OK\n< \n"
        let found = try Reading.exchanges(log)
        #expect(found.map(\.request?.target) == ["/a", "/b"])
        #expect(found.map(\.response?.status) == [nil, 200])
        #expect(found.flatMap(\.defects).isEmpty)
    }

    @Test("every prefix of mixed transfers is read, in steps of any size")
    func prefixes() throws {
        for capture in [
            trace(blocks(ids: ["", "", ""])), verbose(["", "", ""]), verbose(["[0-x] ", "[1-1] ", "[2-0] "]),
        ] {
            let bytes = Array(capture.utf8)
            let format: CaptureFormatID = capture.contains("=> Send") ? .curlTrace : .curlVerbose
            for count in stride(from: 0, to: bytes.count, by: 7) {
                _ = try Reading.exchanges(Array(bytes.prefix(count)), as: format)
            }
            let whole = try Reading.exchanges(bytes, as: format).map(Reading.description)
            #expect(try Reading.exchanges(bytes, as: format, step: 5).map(Reading.description) == whole)
        }
    }

    @Test("requests without number are read in linear time")
    func hostile() throws {
        let log = String(repeating: "> GET / HTTP/1.1\n> \n", count: 5_000)
        let found = try Reading.exchanges(log)
        #expect(found.count == 5_000)
        #expect(found.allSatisfy { exchange in exchange.source.bytes.count < 5_000 })
        let blocks = String(repeating: trace([("", sent, "GET / HTTP/1.1\r\n\r\n")]), count: 1_000)
        #expect(try Reading.exchanges(blocks).count == 1_000)
    }
}
