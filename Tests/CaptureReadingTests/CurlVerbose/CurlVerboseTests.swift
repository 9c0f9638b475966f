import CaptureReading
import Testing

@Suite struct CurlVerboseTests {
    @Test("both sides are read, and the content of the request from the command")
    func exchange() throws {
        let exchanges = try Reading.exchanges(Samples.verbose)
        #expect(exchanges.count == 2)
        let first = try #require(exchanges.first)
        #expect(first.request?.method == "POST")
        #expect(first.request?.target == "/v1/messages")
        #expect(first.request?.fields.map(\.name) == ["Host", "x-api-key", "Content-Length"])
        #expect(first.request?.body.map { body in Reading.text(body.bytes) } == #"{"a": 1}"#)
        let lines = LineTable(first.source)
        #expect(first.request?.body.map { body in lines.location(of: body.place).line } == 1)
        #expect(first.request?.fields.last.map { line in lines.location(of: line.place) }?.column == 19)
        #expect(first.response?.status == 200)
        #expect(first.response?.httpVersion == "HTTP/2")
        let body = try #require(first.response?.body)
        #expect(Reading.text(body.bytes) == "{\"b\":\n \"* c\"}")
        #expect(lines.location(of: body.place(ofByte: 7)).line == 16)
        #expect(first.defects.isEmpty)
    }

    @Test("a log whose lines end by CR alone, and one of script(1), say the same", arguments: ["\r", "\r\r\n"])
    func lineEnds(end: String) throws {
        let lines = ["* Connected to a", "> GET / HTTP/1.1", "> Host: a", "> ", "< HTTP/1.1 200 OK", "< b: c", "< "]
        let text =
            lines.joined(separator: end) + end + "{\"a\": 1}" + end + "* Connection #0 to host a left intact" + end
        let exchange = try #require(try Reading.exchanges(text).first)
        #expect(exchange.request?.fields.map(\.value) == ["a"])
        #expect(exchange.response?.fields.map(\.value) == ["c"])
        #expect(exchange.response?.body.map { body in Reading.text(body.bytes) } == "{\"a\": 1}" + end)
        #expect(exchange.defects.isEmpty)
    }

    @Test("what script(1) puts before a log does not hide it")
    func typescript() throws {
        let text =
            "Script started on 2025-09-10 03:30:02+00:00 [TERM=\"xterm\"]\r\n$ curl -v https://a/\r\n"
            + "* Connected to a\r\n> GET / HTTP/1.1\r\r\n> \r\r\n< HTTP/1.1 200 OK\r\r\n< \r\r\ndata: 1\r\n\r\n"
        var reader = try CaptureReader(reading: MemorySource(Array(text.utf8)))
        #expect(reader.format == .curlVerbose)
        #expect(try reader.next()?.response?.status == 200)
    }

    @Test("content that was not printed is missing, and the report says how to have it")
    func missing() throws {
        let last = try #require(try Reading.exchanges(Samples.verbose).last)
        #expect(last.request?.target == "/")
        #expect(last.request?.body == nil)
        #expect(last.response?.status == 404)
        #expect(last.response?.body?.fault?.kind == .bodyMissing)
        let posted = "> POST / HTTP/1.1\n> Content-Length: 2\n>\n< HTTP/1.1 204 No Content\n<\n"
        let exchange = try #require(try Reading.exchanges(posted).first)
        #expect(exchange.request?.body?.fault?.kind == .bodyMissing)
        #expect(exchange.response?.body?.bytes == [])
        #expect(exchange.response?.body?.fault == nil)
    }

    @Test("a list of Markdown is content, and what curl says behind it is not")
    func markdown() throws {
        let text =
            "* Connected to a\n> GET / HTTP/1.1\n> \n< HTTP/1.1 200 OK\n< Content-Type: text/plain\n< \nList:\n* one\n"
            + "> two\n< three\n* Connection #0 to host a left intact\n"
        let exchange = try #require(try Reading.exchanges(text).first)
        #expect(exchange.response?.body.map { body in Reading.text(body.bytes) } == "List:\n* one\n> two\n< three\n")
    }

    @Test("heads that -i prints too are read once")
    func copies() throws {
        let mixed = "> GET / HTTP/1.1\n> \n< HTTP/1.1 200 OK\nHTTP/1.1 200 OK\n< a: 1\na: 1\n< \n\ndata: 1\n\n"
        let behind = "> GET / HTTP/1.1\n> \n< HTTP/1.1 200 OK\n< a: 1\n< \nHTTP/1.1 200 OK\na: 1\n\ndata: 1\n\n"
        for text in [mixed, behind] {
            let exchange = try #require(try Reading.exchanges(text).first)
            #expect(exchange.response?.fields.map(\.name) == ["a"])
            let body = try #require(exchange.response?.body)
            #expect(Reading.text(body.bytes) == "data: 1\n\n")
            #expect(text.utf8.dropFirst(body.place.byte).starts(with: "data".utf8))
        }
    }

    @Test("why curl gave up is told")
    func failure() throws {
        let text =
            "* Connected to a\n> GET / HTTP/1.1\n> \n* Empty reply from server\ncurl: (52) Empty reply from server\n"
        let exchange = try #require(try Reading.exchanges(text).first)
        #expect(exchange.failure == "curl: (52) Empty reply from server")
        #expect(exchange.response == nil)
    }

    @Test("content that is cut is told")
    func cut() throws {
        let text = "> GET / HTTP/1.1\n> \n< HTTP/1.1 200 OK\n< Content-Length: 50\n< \n{\"a\": \n"
        let exchange = try #require(try Reading.exchanges(text).first)
        #expect(exchange.response?.body?.isTruncated == true)
        #expect(exchange.defects.map(\.id) == ["curl-verbose.truncated-body"])
    }
}
