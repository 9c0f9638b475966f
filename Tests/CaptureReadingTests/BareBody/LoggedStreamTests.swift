import CaptureReading
import Testing

/// Event streams whose lines stand in a log.
@Suite struct LoggedStreamTests {
    private static let events = ["{\"a\": 1}", "{\"a\": 2}", "[DONE]"]
    private static let stream = events.map { data in "data: \(data)\n\n" }.joined()

    @Test(
        "lines of data behind the words of a log are joined to a stream",
        arguments: ["2026-01-01T00:00:00Z INFO ", "[client] <- ", "DEBUG:http:", "  | "])
    func words(prefix: String) throws {
        let log = "started\n" + LoggedStreamTests.events.map { data in "\(prefix)data: \(data)\n" }.joined() + "ended\n"
        let (exchanges, facts) = try Reading.capture(Array(log.utf8))
        #expect(facts.format == .eventStream)
        #expect(facts.defects.map(\.id) == ["wrapper.text-before"])
        let exchange = try #require(exchanges.first)
        #expect(exchanges.count == 1)
        let body = try #require(exchange.response?.body)
        #expect(Reading.text(body.bytes) == LoggedStreamTests.stream)
        #expect(exchange.defects.map(\.id) == ["event-stream.logged"])
        #expect(exchange.defects.first?.message.hasSuffix("; 1 line is none of it") == true)
        #expect(Array(log.utf8)[body.place(ofByte: 6).byte...].starts(with: "{\"a\": 1}".utf8))
        let start = LoggedStreamTests.stream.utf8.count / 3
        #expect(Array(log.utf8)[body.place(ofByte: start).byte] != UInt8(ascii: "s"))
    }

    @Test("names of events stand before their data")
    func names() throws {
        let log = "INFO event: ping\nINFO data: {\"a\": 1}\nINFO event: pong\nINFO data: {\"a\": 2}\n"
        let body = try #require(try Reading.exchanges(log).first?.response?.body)
        #expect(Reading.text(body.bytes) == "event: ping\ndata: {\"a\": 1}\n\nevent: pong\ndata: {\"a\": 2}\n\n")
    }

    @Test("lines without blank ones between them are events of their own, but for data in several lines")
    func blankLines() throws {
        let lines = "data: {\"a\": 1}\ndata: {\"a\": 2}\n"
        let found = try #require(try Reading.exchanges(lines).first)
        #expect(
            found.response?.body.map { body in Reading.text(body.bytes) } == "data: {\"a\": 1}\n\ndata: {\"a\": 2}\n\n")
        #expect(found.defects.map(\.id) == ["event-stream.logged"])
        let twice = "data: {\"a\": 1}\ndata: {\"a\": 2}\n\ndata: {\"a\": 3}\n\n"
        for text in [LoggedStreamTests.stream, "data: {\"a\":\ndata: [1]}\n\n", "data: {\"a\": 1}\n", twice] {
            let whole = try #require(try Reading.exchanges(text).first)
            #expect(whole.response?.body.map { body in Reading.text(body.bytes) } == text)
            #expect(whole.defects.isEmpty)
        }
        let grep = "$ curl -sN https://a/ | grep data\n\(lines)"
        let printed = try #require(try Reading.exchanges(grep).first)
        #expect(
            printed.response?.body.map { body in Reading.text(body.bytes) }
                == "data: {\"a\": 1}\n\ndata: {\"a\": 2}\n\n")
        #expect(printed.defects.map(\.id) == ["copy-as-curl.changed-output", "event-stream.logged"])
    }

    @Test("other fields and comments are of the stream, and what stands behind a fence is told")
    func rest() throws {
        let lines = ": hi\nid: 1\ndata: {\"a\": 1}\nid: 2\nretry: 5\ndata: {\"a\": 2}\n"
        let found = try #require(try Reading.exchanges("\(lines)```\nmore\n").first)
        #expect(
            found.response?.body.map { body in Reading.text(body.bytes) }
                == ": hi\nid: 1\ndata: {\"a\": 1}\n\nid: 2\nretry: 5\ndata: {\"a\": 2}\n\n")
        #expect(found.defects.map(\.id) == ["event-stream.logged", "wrapper.text-behind"])
        #expect(found.defects.first?.message.contains("none of it") == false)
        #expect(found.defects.last?.place.byte == lines.utf8.count + 4)
    }

    @Test("every prefix is read or refused")
    func prefixes() {
        let log = Array("INFO data: {\"a\": 1}\nINFO data: {\"a\": 2}\n```\n".utf8)
        for count in 0...log.count { _ = try? Reading.exchanges(Array(log.prefix(count))) }
    }
}
