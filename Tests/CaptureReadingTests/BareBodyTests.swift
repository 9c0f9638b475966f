import CaptureReading
import Testing

@Suite struct BareBodyTests {
    @Test("the whole input is the body of a response without a status", arguments: [Samples.stream, Samples.answer])
    func whole(text: String) throws {
        let exchanges = try Reading.exchanges(text)
        let exchange = try #require(exchanges.first)
        #expect(exchanges.count == 1)
        #expect(exchange.request == nil)
        #expect(exchange.response?.status == nil)
        #expect(exchange.response?.fields.isEmpty == true)
        #expect(exchange.response.flatMap(\.body).map { body in Reading.text(body.bytes) } == text)
        #expect(exchange.source.bytes.count == text.utf8.count)
        #expect(exchange.defects.isEmpty)
    }

    @Test("an event stream keeps its byte order mark, which its parser takes off")
    func streamWithMark() throws {
        let text = "\u{FEFF}\u{FEFF}data: 1\n\n"
        let body = try #require(try Reading.exchanges(text, as: .eventStream).first?.response?.body)
        #expect(body.bytes == Array(text.utf8)[...])
        #expect(body.place == Place(byte: 0))
    }

    @Test("JSON is without its byte order mark")
    func jsonWithMark() throws {
        let body = try #require(try Reading.exchanges("\u{FEFF}{}").first?.response?.body)
        #expect(Reading.text(body.bytes) == "{}")
        #expect(body.place == Place(byte: 3))
    }

    @Test(
        "a body that is nothing of what its format was named as is kept, and told",
        arguments: [
            (.json, "{\"a\": 1}", []), (.json, "{\"a\": ", []), (.json, "nonsense", ["json.not-json"]),
            (.json, "", ["json.not-json"]), (.json, "1", []), (.eventStream, "data: 1\n\n", []),
            (.eventStream, "\u{FEFF}data", []), (.eventStream, ": only a comment\n", ["event-stream.no-event"]),
            (.eventStream, "{\"a\": 1}", ["event-stream.no-event"]),
            (.eventStream, "datum: 1\n\n", ["event-stream.no-event"]),
        ] as [(CaptureFormatID, String, [String])])
    func foreignContent(format: CaptureFormatID, text: String, defects: [String]) throws {
        let exchange = try #require(try Reading.exchanges(text, as: format).first)
        #expect(exchange.defects.map(\.id) == defects)
        #expect(exchange.response?.body.map { body in Reading.text(body.bytes) } == text)
    }
}
