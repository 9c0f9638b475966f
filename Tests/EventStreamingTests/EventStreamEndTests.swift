import EventStreaming
import Testing

@Suite struct EventStreamEndTests {
    @Test("an empty stream has nothing to report")
    func emptyStream() {
        let end = Interpretation("").end
        #expect(end.events == 0)
        #expect(end.comments == 0)
        #expect(end.retry == nil)
        #expect(end.lastEventID.isEmpty)
        #expect(end.incompleteTail == nil)
        #expect(end.ignoredRuns.isEmpty)
    }

    @Test("events and comments are counted, a cut comment is not")
    func counts() {
        let end = Interpretation(":\n: a\r\r\ndata: a\n\n:b\ndata: b\n\n: cut").end
        #expect(end.events == 2)
        #expect(end.comments == 3)
    }

    @Test(
        "retry takes ASCII digits alone",
        arguments: [
            ("retry: 10", 10), ("retry:0010", 10), ("retry: 0", 0), ("retry: 10\nretry: x", 10), ("retry", nil),
            ("retry:", nil), ("retry:  1", nil), ("retry: +1", nil), ("retry: 1 ", nil), ("retry: ٣", nil),
            ("retry: 9223372036854775807", Int.max), ("retry: 9223372036854775808", Int.max),
            ("retry: 99999999999999999999999999", Int.max), ("retry: 99999999999999999999999999x", nil),
        ] as [(String, Int?)])
    func retry(_ lines: String, _ expected: Int?) {
        #expect(Interpretation(lines + "\n").end.retry == expected)
        #expect(Interpretation(lines.split(separator: "\n").last.map(String.init) ?? "").end.retry == nil)
    }

    @Test("the last event ID is that of the last blank line")
    func lastEventID() {
        #expect(Interpretation("id: 1\n\n").end.lastEventID == "1")
        #expect(Interpretation("id: 1\n\nid: 2\n").end.lastEventID == "1")
        #expect(Interpretation("id: 1\n\nid: 2\ndata: a").end.lastEventID == "1")
    }

    @Test(
        "lines that no field names are reported as runs",
        arguments: [
            ("{\n \"error\": 1\n}\n", ["{\n \"error\": 1\n}"]),
            ("data: a\n\n{\r\n}\r\n\r\n", ["{\r\n}"]),
            ("{\r}\r\r]\r", ["{\r}", "]"]),
            ("a\n: c\nb\n", ["a", "b"]),
            ("a\nid: 1\nb", ["a", "b"]),
            ("\u{FEFF}{\n}", ["{\n}"]),
            ("{\"error\": 1}", ["{\"error\": 1}"]),
            ("{\n\"a", ["{\n\"a"]),
            ("data: a\n\ndat", ["dat"]),
            ("data: a\n\n: cut", []),
            ("data: a\n\ndata", []),
        ])
    func ignoredRuns(_ stream: String, _ expected: [String]) {
        let bytes = Array(stream.utf8)
        for cut in 0...bytes.count {
            let runs = Interpretation(bytes, cutAt: [cut]).end.ignoredRuns
            #expect(runs.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
        }
    }
}
