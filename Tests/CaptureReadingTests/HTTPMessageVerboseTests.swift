import CaptureReading
import Testing

/// What `curl -v` wrote behind raw messages, and what these quote of it.
@Suite struct HTTPMessageVerboseTests {
    @Test(
        "what curl -v wrote behind a message is read as that, and told",
        arguments: ["Content-Type: a/b\n\n{\"a\": 1}", "Content-Length: 8\n\n{\"a\": 1}\n"])
    func verbose(rest: String) throws {
        let log = "* Connected to a\n* using HTTP/1.x\n> GET /b HTTP/1.1\n> \n< HTTP/1.1 404 No\n< \n{}\n"
        let text = "HTTP/1.1 200 OK\n\(rest)\n"
        let (exchanges, facts) = try Reading.capture(Array((text + log).utf8))
        #expect(exchanges.map(\.response?.status) == [200, 404])
        #expect(exchanges.map(\.request?.target) == [nil, "/b"])
        #expect(exchanges.first?.response?.body.map { body in Reading.text(body.bytes.prefix(8)) } == "{\"a\": 1}")
        #expect(exchanges.first?.defects == [])
        #expect(facts.defects.map(\.id) == ["http-message.further-capture"])
        #expect(facts.defects.first?.place.byte == text.utf8.count)
        // A list of Markdown begins none, and neither does a start line without what curl says before it.
        for content in ["* one\n* two\n", "> GET /b HTTP/1.1\n"] {
            let (others, facts) = try Reading.capture(Array((text + content).utf8))
            #expect(others.count == 1)
            #expect(facts.defects.isEmpty)
        }
    }

    @Test("what a text quotes of curl -v begins no message, however long its lines are")
    func quotation() throws {
        let log = "```\n* Connected to a\n> GET /b HTTP/1.1\n> Host: a\n```\n"
        let long = "* \(String(repeating: "x", count: 5000))\n> GET /b HTTP/1.1\n"
        let many = String(repeating: "* info\n", count: 200) + "> GET /b HTTP/1.1\n"
        for body in ["Use this:\n\n" + log, "{\"a\": 1}\n" + long, "{\"a\": 1}\n" + many] {
            let text = "HTTP/1.1 200 OK\nContent-Type: a/b\n\n\(body)GET /late HTTP/1.1\nHost: a\n\n"
            let (exchanges, facts) = try Reading.capture(Array(text.utf8))
            #expect(exchanges.map(\.request?.target) == [nil, "/late"])
            #expect(facts.defects.isEmpty)
        }
    }

    @Test(
        "raw messages behind what curl -v wrote are read as that, and told",
        arguments: ["* Connection #0 to host a left intact\n", ""])
    func messages(end: String) throws {
        let log =
            "* Connected to a\n> GET /a HTTP/1.1\n> \n< HTTP/1.1 200 OK\n< Content-Type: application/json\n< \n{\"a\": 1}\n"
        let raw = "POST /b HTTP/1.1\nContent-Length: 2\n\n{}\nHTTP/1.1 201 Created\n\n[]\n"
        let text = log + end + raw + log + end + raw
        let (exchanges, facts) = try Reading.capture(Array(text.utf8))
        #expect(facts.format == .curlVerbose)
        #expect(exchanges.map(\.request?.target) == ["/a", "/b", "/a", "/b"])
        #expect(exchanges.map(\.response?.status) == [200, 201, 200, 201])
        #expect(exchanges.first?.response?.body.map { body in Reading.text(body.bytes) } == "{\"a\": 1}\n")
        #expect(exchanges.flatMap(\.defects).isEmpty)
        #expect(facts.defects.map(\.id) == ["curl-verbose.further-capture", "http-message.further-capture"])
        #expect(facts.defects.first?.place.byte == (log + end).utf8.count)
        #expect(try Reading.isLossless(Array(text.utf8), as: .curlVerbose))
        let many = String(repeating: log + end + raw, count: 500)
        #expect(try Reading.exchanges(many).count == 1_000)
    }

    @Test("a start line that content holds begins no message")
    func quotedMessages() throws {
        let log = "* Connected to a\n> GET /a HTTP/1.1\n> \n< HTTP/1.1 200 OK\n< Content-Type: text/plain\n< \nSend:\n"
        let (exchanges, facts) = try Reading.capture(Array((log + "GET /b HTTP/1.1\nHost: b\n").utf8))
        #expect(exchanges.count == 1)
        #expect(facts.defects.isEmpty)
    }
}
