import CaptureReading
import TestSupport
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

    @Test("a stream in AWS's frames is known by the checksum of its first bytes, and kept byte for byte")
    func awsEventStream() throws {
        let stream = AWSFrame.event("messageStart", "{}")
        var reader = try CaptureReader(reading: MemorySource(stream))
        #expect(reader.format == .awsEventStream)
        let exchange = try #require(try reader.next())
        #expect(exchange.response?.body?.bytes == stream[...])
        #expect(exchange.defects.isEmpty)
        let format = try #require(CaptureFormatCatalog.format(.awsEventStream))
        for count in 0..<12 { #expect(format.recognise(stream.prefix(count)) == .none, "\(count) bytes") }
        let foreign = try #require(try Reading.exchanges("{}", as: .awsEventStream).first)
        #expect(foreign.defects.map(\.id) == ["aws-event-stream.no-prelude"])
    }

    @Test("what is declared to be AWS's frames is, unless it is text: errors are plain JSON")
    func awsContent() {
        let declared = MediaType(parsing: "application/vnd.amazon.eventstream")
        let content = { (bytes: [UInt8], type: MediaType?) in
            "\(Body(bytes: bytes[...], place: Place(byte: 0)).content(declared: type))"
        }
        let stream = AWSFrame.event("messageStart", "{}")
        #expect(content(stream, nil) == "awsEventStream")
        #expect(content(Array(stream.dropFirst()), declared) == "awsEventStream")
        #expect(content(Array(stream.dropFirst()), nil) == "other")
        #expect(content(Array(#"{"message":"x"}"#.utf8), declared) == "json")
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
            (.json, "{\"a\": 1}", []), (.json, "{\"a\": ", ["json.truncated"]),
            (.json, "{\"a\": 1, \"b\": \u{1B}[31m", ["json.damaged"]), (.json, "{\"a\": \u{1B}[31m", ["json.not-json"]),
            (.json, "{} {}", ["json.trailing-content"]),
            (.json, "nonsense", ["json.not-json"]),
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

    @Test(
        "what stops being JSON before its first value is refused, what is cut there is read",
        arguments: [
            ("{\"a\": \u{1B}[31m", false), ("{\"a\": undefined}", false), ("[note] a line of a log", false),
            ("{\"a\": 1, \"b\": \u{1B}[31m", true), ("[1, oops]", true), ("{\"choices\": [{\"logprob\": NaN}]}", true),
            ("[{\"candidates\": [NaN]}]", true), ("{\"a\": ", true), ("{\"a", true),
            ("{", true),
        ])
    func recognition(text: String, isRead: Bool) throws {
        if isRead {
            #expect(try Reading.exchanges(text).count == 1)
        } else {
            #expect(throws: CaptureError.unrecognised(isText: true, byteCount: text.utf8.count)) {
                try Reading.exchanges(text)
            }
        }
    }

    @Test("JSON that is nested too deeply is told as that, with the place")
    func depth() throws {
        let text = "{\"choices\":" + String(repeating: "[", count: 1100) + String(repeating: "]", count: 1100) + "}"
        let defect = try #require(try Reading.exchanges(text).first?.defects.first)
        #expect(defect.id == "json.too-deep")
        #expect(defect.place.byte == 11 + 1023)
        #expect(
            defect.message
                == "expected at most 1024 nested containers, found one more at byte 1034; what came before is read")
    }
}
