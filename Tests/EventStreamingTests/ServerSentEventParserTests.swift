import EventStreaming
import TestSupport
import Testing

@Suite struct ServerSentEventParserTests {
    /// Streams that between them meet every branch of the parser, and every kind of line end.
    static let streams = [
        "", "\u{FEFF}", "\u{FEFF}data: a\n\ndata: b\n\n", "data: a\r\n\r\ndata: b\r\n\r\n", "data: a\r\rdata: b\r\r",
        "data: a\n\r\ndata: b\r\n\n", ": c\r\nid: 1\r\nevent: e\r\nretry: 10\r\ndata: a\r\ndata: é🙂\r\n\r\n",
        "data\ndata:\ndata: \ndata:  x\n\n", "id: 1\ndata: a\n\nid\ndata: b\n\nid: 2\u{0}\ndata: c\n\n",
        "event: a\n\ndata: no type\n\n", "{\"error\":\n1}\r\n\r\n<html>\n:\nx",
        "data: a\nevent: tail\nid: 9\ndata: {\"a",
        "\u{FEFF}\u{FEFF}data: a\n\n", "\n\n\r\r\r\n\r\ndata: a\n\n\n\n", "retry: 1\rretry: 2x\rretry:\rretry",
        "Data: a\n data: b\ndata : c\ndatas: d\ndat\n\ndata: ok\n\n",
    ]

    @Test("events that are taken one at a time are those of one call, from one piece and from two", arguments: streams)
    func oneAtATime(_ stream: String) {
        let bytes = Array(stream.utf8)
        var whole = ServerSentEventParser()
        var expected: [ServerSentEvent] = []
        whole.append(bytes) { event in expected.append(event) }
        let end = whole.finish()
        for cut in 0...bytes.count {
            var parser = ServerSentEventParser()
            var events: [ServerSentEvent] = []
            for var piece in [bytes[..<cut], bytes[cut...]] {
                while let (event, rest) = parser.nextEvent(in: piece) {
                    events.append(event)
                    piece = rest
                }
            }
            #expect(events == expected, "cut at \(cut)")
            #expect(parser.finish() == end, "cut at \(cut)")
        }
    }

    @Test("events that are passed over count, and what follows has its place")
    func pass() {
        let stream = Array("data: a\n\ndata: b\n\ndata: c\n\nid: 4\ndata: d\n\nx".utf8)
        var parser = ServerSentEventParser()
        let first = parser.nextEvent(in: stream[...])
        parser.pass(overEvents: 2, byteCount: 18)
        let next = parser.nextEvent(in: first?.rest.dropFirst(18) ?? [])
        #expect(next?.event.offset == 27)
        #expect(next?.event.offsetOfOnlyLine == 39)
        _ = parser.nextEvent(in: next?.rest ?? [])
        let end = parser.finish()
        #expect(end.events == 4)
        #expect(end.ignoredRuns == [42..<43])
    }

    @Test("line ends are CRLF, LF and CR", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ end: String) {
        let lines = ["data: a", "data: b", "", "event: e", "data: c", "", ""]
        let found = Interpretation(lines.joined(separator: end))
        #expect(found.texts == ["a\nb", "c"])
        #expect(found.events.map(\.type) == ["message", "e"])
    }

    @Test("no other character ends a line")
    func otherSeparators() {
        let found = Interpretation("data: a\u{2028}b\u{2029}c\u{85}d\u{B}e\u{C}f\n\n")
        #expect(found.texts == ["a\u{2028}b\u{2029}c\u{85}d\u{B}e\u{C}f"])
    }

    @Test("one space after the colon is no part of the value")
    func leadingSpace() {
        #expect(Interpretation("data:a\n\ndata: b\n\ndata:  c\n\ndata:\td\n\n").texts == ["a", "b", " c", "\td"])
    }

    @Test("an event without data lines is none, one with an empty data line is")
    func emptyData() {
        #expect(Interpretation("event: e\n\nid: 1\n\n\n\n").events.isEmpty)
        #expect(Interpretation("data\n\ndata:\n\ndata:\ndata:\n\n").texts == ["", "", "\n"])
    }

    @Test("the type does not outlive an event, not even one without data")
    func typeIsReset() {
        #expect(
            Interpretation("event: e\n\ndata: a\n\nevent: f\nevent:\ndata: b\n\n").events.map(\.type)
                == ["message", "message"])
    }

    @Test("the last event ID outlives events and is taken at the blank line")
    func lastEventID() {
        let found = Interpretation("id: 1\ndata: a\n\ndata: b\n\ndata: c\nid: x\u{0}\nid: 2\n\nid\ndata: d\n\n")
        #expect(found.events.map(\.lastEventID) == ["1", "1", "2", ""])
    }

    @Test("a byte order mark counts only at the start of the stream, and once")
    func byteOrderMark() {
        #expect(Interpretation("\u{FEFF}data: a\n\n\u{FEFF}data: b\n\n").texts == ["a"])
        #expect(Interpretation("\u{FEFF}\u{FEFF}data: a\n\n").texts.isEmpty)
        #expect(Interpretation([0xEF, 0xBB] + Array("data: a\n\n".utf8)).texts.isEmpty)
    }

    @Test("ill-formed UTF-8 is repaired in text and kept in data")
    func invalidText() {
        let found = Interpretation(Array("data: a".utf8) + [0xE2, 0x82] + Array("\n\n".utf8))
        #expect(found.texts == ["a\u{FFFD}"])
        #expect(found.events.first?.data == [0x61, 0xE2, 0x82])
    }

    @Test("the three ways to append agree")
    func overloads() {
        let bytes = Array("xdata: a\n\n".utf8)
        let stream = Array(bytes.dropFirst())
        var found: [ServerSentEvent] = []
        var spans = ServerSentEventParser()
        spans.append(stream.span) { found.append($0) }
        var arrays = ServerSentEventParser()
        arrays.append(stream) { found.append($0) }
        var slices = ServerSentEventParser()
        slices.append(bytes[1...]) { found.append($0) }
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0 == found.first })
    }

    @Test("a line end is found wherever it stands", arguments: 0...100)
    func lineEndPositions(_ length: Int) {
        let value = String(repeating: "v", count: length)
        for end in ["\n", "\r", "\r\n"] {
            let found = Interpretation("data:\(value)\(end)\(end)data:\(end)\(end)")
            #expect(found.texts == [value, ""])
        }
    }

    @Test("two pieces read like one, wherever the stream is cut", arguments: streams)
    func everySplit(_ stream: String) {
        let whole = Interpretation(stream)
        for kind in Interpretation.Kind.allCases {
            for cut in 0...stream.utf8.count {
                #expect(Interpretation(stream, cutAt: [cut], as: kind) == whole, "\(kind) cut at \(cut)")
            }
        }
    }

    @Test("single bytes with empty pieces between them read like one piece", arguments: streams)
    func singleBytes(_ stream: String) {
        let cuts = (0...stream.utf8.count).flatMap { [$0, $0] }
        for kind in Interpretation.Kind.allCases {
            #expect(Interpretation(stream, cutAt: cuts, as: kind) == Interpretation(stream), "\(kind)")
        }
    }

    @Test("every prefix gives the events that are whole in it", arguments: streams)
    func everyPrefix(_ stream: String) {
        let bytes = Array(stream.utf8)
        let whole = Interpretation(bytes).events
        for length in 0...bytes.count {
            let prefix = Array(bytes[..<length])
            let found = Interpretation(prefix)
            #expect(whole.starts(with: found.events))
            expectReferenceAgrees(found, on: prefix)
        }
    }

    @Test("streams of random lines read as the plain algorithm reads them", arguments: 0..<20 as Range<UInt64>)
    func randomStreams(_ seed: UInt64) {
        let parts =
            [
                "\n", "\n", "\n", "\r", "\r\n", "data", "data:", "data: ", "event: a", "id: 1", "id:2", "id\u{0}",
                "retry: 7",
                ":", " ", "x", "\u{0}", "é", "\u{2028}", "{}", "\u{FEFF}", "data: y\n\n",
            ].map { Array($0.utf8) } + [[0xE2], [0x82, 0xFF]]
        var generator = SplitMix(seed: seed)
        for _ in 0..<100 {
            let count = Int.random(in: 0...40, using: &generator)
            let stream = (0..<count).flatMap { _ in parts.randomElement(using: &generator) ?? [] }
            let cuts = (0..<3).map { _ in Int.random(in: 0...stream.count, using: &generator) }.sorted()
            let found = Interpretation(stream, cutAt: cuts)
            #expect(found == Interpretation(stream))
            expectReferenceAgrees(found, on: stream)
        }
    }

    private func expectReferenceAgrees(_ found: Interpretation, on bytes: [UInt8]) {
        let reference = ReferenceInterpretation(bytes)
        let events = found.events.map {
            ReferenceInterpretation.Event(type: $0.type, data: $0.text, id: $0.lastEventID)
        }
        #expect(events == reference.events, "\(bytes)")
        #expect(found.end.events == reference.events.count)
        #expect(found.end.comments == reference.comments)
        #expect(found.end.retry == reference.retry)
        #expect(found.end.lastEventID == reference.lastEventID)
        #expect(Array(found.end.incompleteTail?.line ?? []) == reference.tail)
    }
}
