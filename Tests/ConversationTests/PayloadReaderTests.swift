import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite struct PayloadReaderTests {
    /// What a reader made of a body that stands at byte 100 of its capture.
    private struct Reading {
        var payloads: [String] = []
        var places: [Int?] = []
        var shape: BodyShape
        var warnings: [AnswerWarning]
        var document: JSONDocument?

        init(_ bytes: [UInt8], declared: String?) {
            var reader = PayloadReader(Body(bytes: bytes[...], place: Place(byte: 100)))
            var payloads: [Payload] = []
            shape = reader.read(declared: declared.flatMap(MediaType.init(parsing:))) { payload in
                payloads.append(payload)
            }
            self.payloads = payloads.map { payload in String(decoding: payload.root.rawBytes, as: UTF8.self) }
            places = payloads.map { payload in payload.place(of: payload.root)?.byte }
            warnings = reader.warnings
            document = reader.document
        }

        init(_ text: String, declared: String? = nil) {
            self.init(Array(text.utf8), declared: declared)
        }

        /// The form as a word.
        var form: String {
            switch shape {
            case .eventStream: "events"
            case .json(isArray: true, _, _): "array"
            case .json: "json"
            case .awsEventStream: "messages"
            case .jsonLines: "lines"
            case .opaque: "opaque"
            }
        }
    }

    @Test(
        "the content decides what a body is, not its declared type",
        arguments: [
            ("{\"a\":1}", "text/event-stream", "json", ["{\"a\":1}"]), (" [1,{}]", nil, "array", ["1", "{}"]),
            ("\u{FEFF}{}", nil, "json", ["{}"]), ("data: 1\n\n", "application/json", "events", ["1"]),
            ("event: a\r\ndata: {}\r\n\r\n", nil, "events", ["{}"]), (": hi\n\ndata: 2\n\n", nil, "events", ["2"]),
            ("nothing", "text/event-stream", "events", []), ("<html>", nil, "opaque", []), ("", nil, "opaque", []),
            ("", "text/event-stream", "events", []),
        ] as [(String, String?, String, [String])])
    func forms(_ text: String, _ declared: String?, _ form: String, _ payloads: [String]) {
        let reading = Reading(text, declared: declared)
        #expect(reading.form == form)
        #expect(reading.payloads == payloads)
    }

    @Test(
        "a text that begins with a colon or a word and a colon need not be a stream",
        arguments: [
            (":root { color: red }", "text/css"), (":root { color: red }", nil), ("id: 5\nname: x\n", "text/yaml"),
            ("id: 5\nname: x\n", nil), ("retry: no\n", "text/plain"),
        ] as [(String, String?)])
    func noStreams(_ text: String, _ declared: String?) {
        #expect(Reading(text, declared: declared).form == "opaque")
    }

    @Test("a payload knows where it stands, in an event of several lines too")
    func places() {
        #expect(Reading(" {\"a\":1}").places == [101])
        #expect(Reading("[1, 2]").places == [101, 104])
        #expect(Reading("data: 1\n\ndata:2\n\n").places == [106, 114])
        let body = Body(bytes: Array("data: {\"a\":\ndata: 5}\n\n".utf8)[...], place: Place(byte: 0))
        var reader = PayloadReader(body)
        var places: [Place?] = []
        _ = reader.read(declared: nil) { payload in
            places += [payload.place(of: payload.root), payload.root["a"].flatMap(payload.place)]
        }
        #expect(places == [Place(byte: 6), Place(byte: 18)])
    }

    @Test("the document of a body is kept where it is one, whole or not")
    func documents() {
        #expect(Reading("{\"a\":1}").document?.isComplete == true)
        #expect(Reading("{\"a\":1").document?.isComplete == false)
        #expect(Reading("data: {}\n\n").document == nil)
        #expect(Reading("<html>").document == nil)
    }

    @Test("empty events and terminators are no payloads, and what is no JSON is told once")
    func pieces() {
        let reading = Reading("data: 1\n\ndata:\n\ndata: no\n\ndata: [DONE]\n\ndata: neither\n\ndata: 2\n\n")
        #expect(reading.payloads == ["1", "2"])
        #expect(reading.shape.eventCount == 6)
        #expect(reading.warnings.map(\.kind) == [.unreadablePiece])
        #expect(reading.warnings.first?.message.contains("found 2 that") == true)
        #expect(reading.warnings.first?.place == Place(byte: 116))
    }

    @Test("JSON objects, one a line, are a payload each; what there is of a cut one counts")
    func lines() {
        let reading = Reading("{\"a\":1}\r\n\n{\"b\":2}\n{\"c\":3,\"d\n")
        #expect(reading.payloads == [#"{"a":1}"#, #"{"b":2}"#, #"{"c":3,"d"#])
        #expect(reading.shape.eventCount == 3)
        #expect(reading.document == nil)
        #expect(reading.warnings.map(\.kind) == [.unreadablePiece])
        #expect(reading.warnings.first?.message == "expected JSON as every line, found 1 that are not whole JSON")
        #expect(reading.warnings.first?.place == Place(byte: 118))
    }

    @Test("an empty data line at the end is no event that was cut")
    func emptyTail() {
        #expect(Reading("data: 1\n\ndata:\n").warnings.isEmpty)
        #expect(Reading("data: 1\n\ndata: {").warnings.map(\.kind) == [.incompleteTail])
        #expect(Reading("data: 1\n\nevent: a\n").warnings.map(\.kind) == [.incompleteTail])
    }

    @Test("JSON in the stream that is no event comes last, an array by its elements")
    func rawJSON() {
        let reading = Reading("data: 1\n\n[2,\n3]\n\ndata: 4\n\n")
        #expect(reading.payloads == ["1", "4", "2", "3"])
        #expect(reading.warnings.map(\.kind) == [.rawJSON])
        #expect(reading.warnings.first?.place == Place(byte: 109))
    }

    @Test("a cut document gives what it has, and says where it was cut")
    func cutDocuments() {
        let cut = Reading("{\"a\":[1,")
        #expect(cut.payloads == ["{\"a\":[1,"])
        #expect(cut.warnings.map(\.kind) == [.truncatedDocument])
        let elements = Reading("[1,{\"a\"")
        #expect(elements.payloads.first == "1")
        #expect(elements.shape.eventCount == 2)
    }

    @Test("every prefix of a stream gives the first of its payloads, and says so where one is missing")
    func everyPrefix() {
        let stream = Array(
            ": hi\r\n\r\ndata: {\"a\":1}\r\n\r\nevent: b\rdata: {\rdata: \"b\":2}\r\rdata: {\"c\":3}\n\n".utf8)
        let whole = Reading(stream, declared: "text/event-stream")
        #expect(whole.payloads.count == 3)
        for length in stream.indices {
            let cut = Reading(Array(stream[..<length]), declared: "text/event-stream")
            #expect(whole.payloads.starts(with: cut.payloads))
            #expect(whole.places.starts(with: cut.places))
            #expect(cut.warnings.count <= 1)
        }
    }
}
