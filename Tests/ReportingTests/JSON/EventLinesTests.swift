import CaptureReading
import JSONReading
import Redaction
import Reporting
import TestSupport
import Testing

@Suite struct EventLinesTests {
    /// The lines and columns of a capture that is a body.
    private func table(of body: Body) -> LineTable { LineTable(ExchangeSource(bytes: body.bytes, start: .start)) }

    /// The lines of a stream that stands at the beginning of a capture, in one line each.
    private func lines(_ stream: String, redactor: Redactor = .disclosing) throws -> [String] {
        let sink = Sink()
        let body = Body(bytes: Array(stream.utf8)[...], place: Place(byte: 0))
        EventLines(redactor: redactor, lines: table(of: body), write: sink.write).write(eventsOf: body)
        #expect(sink.pieces.allSatisfy { piece in piece.last == UInt8(ascii: "\n") })
        return try sink.pieces.map { piece in spelled(try whole(piece)) }
    }

    private func end(_ members: String) -> String { #"{"end":{\#(members)}}"# }

    @Test("every event has a line, the end has the last")
    func events() throws {
        let stream = ": hello\nretry: 1000\nevent: ping\nid: 7\ndata: a\ndata: b\n\ndata: {\"c\": 1}\n\n"
        #expect(
            try lines(stream) == [
                #"{"number":1,"type":"ping","data":"a\nb","id":"7","at":{"line":3,"column":1,"byte":20}}"#,
                #"{"number":2,"type":"message","data":"{\"c\": 1}","id":"7","at":{"line":8,"column":1,"byte":55}}"#,
                end(#""events":2,"comments":1,"retry":1000,"last_event_id":"7","incomplete_tail":null"#),
            ])
    }

    @Test(
        "what was never dispatched is the tail",
        arguments: [
            (
                "data: a\n\ndata: b\ndata: c",
                #""events":1,"comments":0,"retry":null,"last_event_id":"","incomplete_tail":"b\ndata: c""#
            ),
            ("", #""events":0,"comments":0,"retry":null,"last_event_id":"","incomplete_tail":null"#),
            (
                "{\"a\":\n1}\n",
                #""events":0,"comments":0,"retry":null,"last_event_id":"","incomplete_tail":"{\"a\":\n1}\n""#
            ),
            (
                "{\"a\":1}\n{\"b\":2}\n",
                #""events":0,"comments":0,"retry":null,"last_event_id":"","incomplete_tail":null"#
            ),
        ])
    func tails(stream: String, expected: String) throws {
        #expect(try lines(stream).last == end(expected))
    }

    @Test("every prefix of a stream gives whole lines, and no more events than the whole")
    func prefixes() throws {
        let stream = Array("\u{FEFF}event: é\r\ndata: a\r\n\r\nid: 1\rdata\r\rdata: {\"b\": \"\u{202E}\"}\n\n".utf8)
        for count in 0...stream.count {
            let sink = Sink()
            let body = Body(bytes: stream[..<count], place: Place(byte: 0))
            EventLines(redactor: .disclosing, lines: table(of: body), write: sink.write).write(eventsOf: body)
            let values = try sink.pieces.map(whole)
            #expect(values.last?["end"]?["events"]?.int == values.count - 1)
            #expect(values.count <= 4)
        }
    }

    @Test("no event shows a known secret, nor anything that could act")
    func safety() throws {
        let capture = try InspectedCapture("GET / HTTP/1.1\nx-api-key: sk-walk-to-perth\n\n")
        let stream =
            "event: sk-walk-to-perth\nid: sk-walk-to-perth\ndata: \u{9B}sk-walk-to-perth\n\ndata: sk-walk-to-perth"
        #expect(
            try lines(stream, redactor: capture.redactor()) == [
                #"{"number":1,"type":"REDACTED-key-1","data":"\u009bREDACTED-key-1","id":"REDACTED-key-1","#
                    + #""at":{"line":1,"column":1,"byte":0}}"#,
                end(
                    #""events":1,"comments":0,"retry":null,"last_event_id":"REDACTED-key-1","#
                        + #""incomplete_tail":"data: REDACTED-key-1""#),
            ])
    }

    @Test("a secret that deltas cut is in the event where it begins, as its mark, and every event keeps its place")
    func pieces() throws {
        let capture = try InspectedCapture("GET / HTTP/1.1\nx-api-key: sk-walk-to-perth\n\n")
        let stream =
            ["use sk-wal", "k-to-", "perth here"].map { piece in "data: {\"delta\":\"\(piece)\"}\n\n" }.joined()
        let shown = try lines(stream, redactor: capture.redactor())
        #expect(shown[0].contains("use REDACTED-key-1\\\"}"))
        #expect(shown[1].contains("{\\\"delta\\\":\\\"\\\"}"))
        #expect(shown[2].contains("\\\" here\\\"}"))
        let places = try lines(stream).map { line in
            line.firstRange(of: "\"at\"").map { range in line[range.lowerBound...] }
        }
        #expect(
            shown.map { line in line.firstRange(of: "\"at\"").map { range in line[range.lowerBound...] } } == places)
    }

    @Test("an event in a decoded body has the place of the body, and one within")
    func decoded() throws {
        let sink = Sink()
        let body = Body(
            bytes: Array("data: a\n\ndata: b\n\n".utf8)[...], encoded: [0x1F, 0x8B, 0x08], layers: [.gzip],
            place: Place(byte: 2))
        let source = ExchangeSource(bytes: [0x0A, 0x0A, 0x1F, 0x8B, 0x08], start: .start)
        EventLines(redactor: .disclosing, lines: LineTable(source), write: sink.write).write(eventsOf: body)
        let place = #""at":{"line":3,"column":1,"byte":2},"within":{"layers":["gzip"],"byte":9}"#
        #expect(
            spelled(try whole(sink.pieces[1])) == #"{"number":2,"type":"message","data":"b","id":"",\#(place)}"#)
    }

    @Test("messages in AWS's frames are events, and damage is counted")
    func messages() throws {
        let sink = Sink()
        let first = AWSFrame.event("messageStart", "{}")
        let bytes = first + [0, 0] + AWSFrame.event("messageStop", "{\"a\":1}") + first.prefix(20)
        let body = Body(bytes: bytes[...], place: Place(byte: 0))
        EventLines(redactor: .disclosing, lines: table(of: body), write: sink.write).write(eventsOf: body)
        let values = try sink.pieces.map(whole)
        #expect(values.map { value in value["type"]?.string } == ["messageStart", "messageStop", nil])
        #expect(values.map { value in value["data"]?.string } == ["{}", "{\"a\":1}", nil])
        #expect(values.dropFirst().first?["at"]?["byte"]?.int == first.count + 2)
        #expect(values.last?["end"]?["events"]?.int == 2)
        #expect(values.last?["end"]?["damaged"]?.int == 1)
        #expect(values.last?["end"]?["incomplete_tail"]?.string?.isEmpty == false)
    }
}
