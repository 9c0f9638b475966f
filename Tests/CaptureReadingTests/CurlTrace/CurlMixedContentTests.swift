import CaptureReading
import Testing

/// Content of transfers that run at once: what may be of another one is told of none.
@Suite struct CurlMixedContentTests {
    private func text(_ body: Body?) -> String? { body.map { body in Reading.text(body.bytes) } }

    private func request(_ path: String) -> String { "> GET /\(path) HTTP/1.1\n> \n" }

    private func response(_ status: Int) -> String { "< HTTP/1.1 \(status) OK\n< \n" }

    @Test("content behind a second request is not given to it while the first answer goes on")
    func secondRequest() throws {
        let log =
            "* Connected\n\(request("a"))\(response(200))\(request("b"))data: a\n\(response(201))data: a or b\n"
            + "* Connection #0 to host a left intact\ndata: a or b\n* Connection #1 to host b left intact\n"
            + request("c") + response(202) + "c\n"
        let found = try Reading.exchanges(log)
        #expect(found.map(\.request?.target) == ["/a", "/b", "/c"])
        #expect(found.map(\.response?.status) == [200, 201, 202])
        #expect(found.prefix(2).allSatisfy { exchange in exchange.response?.body?.fault?.kind == .bodyMissing })
        #expect(
            found.prefix(2).allSatisfy { exchange in
                exchange.defects.contains { defect in defect.id == "curl-verbose.mixed-content" }
            })
        #expect(text(found.last?.response?.body) == "c\n")
        #expect(found.last?.defects.isEmpty == true)
    }

    @Test("heads and then contents of a trace are told apart by nothing")
    func headsFirst() throws {
        let block = { (kind: String, text: String) in
            let digits = text.utf8.map { byte in (byte < 16 ? " 0" : " ") + String(byte, radix: 16) }
            let rows = stride(from: 0, to: digits.count, by: 16).map { start in
                let offset = String(start, radix: 16)
                return String(repeating: "0", count: 4 - offset.count) + offset + ":"
                    + digits[start..<min(start + 16, digits.count)].joined() + "\n"
            }
            return "\(kind), \(text.utf8.count) bytes (0x1)\n" + rows.joined()
        }
        let trace =
            "== Info: Connected\n" + block("=> Send header", "GET /a HTTP/1.1\r\n\r\n")
            + block("<= Recv header", "HTTP/1.1 200 A\r\n") + block("<= Recv header", "\r\n")
            + block("=> Send header", "GET /b HTTP/1.1\r\n\r\n") + block("<= Recv header", "HTTP/1.1 201 B\r\n")
            + block("<= Recv header", "\r\n") + block("<= Recv data", "of a") + block("<= Recv data", "of b")
        let found = try Reading.exchanges(trace)
        #expect(found.map(\.request?.target) == ["/a", "/b"])
        #expect(found.map(\.response?.status) == [200, 201])
        #expect(found.allSatisfy { exchange in exchange.response?.body?.fault?.kind == .bodyMissing })
        #expect(
            found.allSatisfy { exchange in
                exchange.defects.map(\.id) == ["curl-trace.mixed-transfers", "curl-trace.mixed-content"]
            })
    }

    @Test("what ends a transfer is told by its length, and on the line of its content")
    func ends() throws {
        let glued = "{}* Connection #0 to host a left intact\n"
        let counted = "< HTTP/1.1 200 OK\n< Content-Length: 3\n< \n{}\n"
        let tunnel =
            "> CONNECT a:443 HTTP/1.1\n> \n< HTTP/1.1 200 Connection established\n< \n* CONNECT phase completed\n"
        let log =
            "* Connected\n\(tunnel)\(request("a"))\(response(200))\(glued)\(request("b"))\(counted)\(request("c"))"
        let found = try Reading.exchanges(log + response(200))
        #expect(found.map(\.request?.target) == ["a:443", "/a", "/b", "/c"])
        #expect(found.map { exchange in text(exchange.response?.body) } == ["", "{}", "{}\n", ""])
        #expect(found.flatMap(\.defects).isEmpty)
    }

    @Test("more transfers than are told apart leave what goes on to nobody")
    func many() throws {
        let requests = (0..<150).map { number in request("\(number)") }.joined()
        let log = "* Connected\n\(requests)\(response(200))of some\n\(response(201))of another\n"
        let found = try Reading.exchanges(log)
        #expect(found.count(where: { exchange in exchange.request != nil }) == 150)
        let answers = found.compactMap(\.response)
        #expect(answers.map(\.status) == [200, 201])
        #expect(answers.allSatisfy { response in response.body?.fault?.kind == .bodyMissing })
        let named = (0..<150).map { number in
            "[\(number)-\(number)] > GET /\(number) HTTP/1.1\n[\(number)-\(number)] > \n"
        }.joined()
        let late = "[3-3] < HTTP/1.1 200 OK\n[3-3] < \nof 3\n[149-1] < HTTP/1.1 201 OK\n[149-1] < \nof 149 or 3\n"
        let others = try Reading.exchanges("* Connected\n\(named)\(late)")
        #expect(others.count == 150)
        #expect(others.compactMap(\.response?.status) == [201])
        #expect(others.last?.response?.body?.fault?.kind == .bodyMissing)
        #expect(others[3].defects.map(\.id) == ["curl-verbose.mixed-content"])
    }
}
