import CaptureReading
import Testing

@Suite struct ExchangeLogTests {
    @Test("a record a line is an exchange, and a damaged one keeps its number")
    func lines() throws {
        let (exchanges, facts) = try Reading.capture(Array(Samples.log.utf8))
        #expect(exchanges.map(\.number) == [1, 2, 3])
        let first = try #require(exchanges.first)
        #expect(first.request?.method == "POST")
        #expect(first.request?.url?.host == "llm.example")
        #expect(first.request?.fields.value("x-api-key") == "sk-walk-to-perth")
        #expect(first.request?.body.map { body in Reading.text(body.bytes) } == #"{"a": 1}"#)
        #expect(first.response?.status == 200)
        let body = try #require(first.response?.body)
        #expect(Reading.text(body.bytes) == "data: 1\n\n")
        #expect(body.place(ofByte: 8).byte == body.place.byte + 9)
        #expect(first.startedAt?.description == "2025-09-10T03:30:02.25Z")
        #expect(first.duration == 1250)
        #expect(exchanges[1].defects.map(\.id) == ["claude-trace.record-not-json"])
        #expect(exchanges[2].request?.method == "GET")
        #expect(exchanges[2].response == nil)
        #expect(exchanges[2].source.start.line == 3)
        #expect(facts.defects.isEmpty)
    }

    @Test("a line that is no record is a defect, and the others are read")
    func noRecord() throws {
        let text = Samples.log.replacing("{\"request\": {\"method\":\n", with: "{\"req\n7\n")
        let (exchanges, facts) = try Reading.capture(Array(text.utf8))
        #expect(exchanges.map(\.number) == [1, 4])
        #expect(facts.defects.map(\.id) == ["claude-trace.not-a-record"])
        #expect(facts.defects.map(\.location?.line) == [2])
        #expect(facts.defects.first?.message.hasSuffix("; met 2 times, here first") == true)
    }

    @Test("a path stands behind the base, and events are written as a stream again")
    func paths() throws {
        let exchange = try #require(try Reading.exchanges(Samples.tapLog).first)
        #expect(exchange.request?.target == "https://llm.example/v1/messages")
        #expect(exchange.request?.body.map { body in Reading.text(body.bytes) } == "x")
        #expect(exchange.response?.status == 200)
        #expect(exchange.response?.body.map { body in Reading.text(body.bytes) } == "event: ping\ndata: {\"a\": 1}\n\n")
        #expect(exchange.duration == 12.5)
    }

    @Test("answers of Ollama and entries of archives are no logs")
    func others() {
        for text in [
            "{\"model\": \"m\", \"done\": false}\n", "{\"request\": \"x\"}", "{\"request\": {\"url\": \"a\"}}",
        ] {
            let head = Array(text.utf8)[...]
            for id in [CaptureFormatID.claudeTap, .claudeTrace] {
                #expect(CaptureFormatCatalog.format(id)?.recognise(head) == Confidence.none)
            }
        }
    }

    @Test(
        "the lines of an event's data and its name are those of the list, and none are forged",
        arguments: [
            (#""data": "a\r\nb\rc\nd""#, "data: a\ndata: b\ndata: c\ndata: d\n\n"),
            (#""event": "x\ndata: forged", "data": "a""#, "data: a\n\n"),
            (#""event": "x\r", "data": "\n""#, "data: \ndata: \n\n"),
        ])
    func streams(event: String, expected: String) throws {
        let log = #"{"request": {"url": "https://a/", "method": "GET"}, "response": {"sse_events": [{\#(event)}]}}"#
        let exchange = try #require(try Reading.exchanges(log, as: .claudeTrace).first)
        #expect(exchange.response?.body.map { body in Reading.text(body.bytes) } == expected)
    }

    @Test("a path that is used in place of an empty URL is the place of the target")
    func emptyURL() throws {
        let log = #"{"request": {"method": "GET", "url": "", "path": "/v1/a"}}"#
        let request = try #require(try Reading.exchanges(log, as: .claudeTap).first?.request)
        #expect(request.target == "/v1/a")
        let place = try #require(request.targetPlace)
        #expect(Reading.text(Array(log.utf8)[place.byte...].prefix(5)) == "/v1/a")
    }
}
