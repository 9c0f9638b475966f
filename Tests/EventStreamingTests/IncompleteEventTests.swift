import EventStreaming
import Testing

@Suite struct IncompleteEventTests {
    @Test(
        "a stream that ends between two events leaves nothing",
        arguments: [
            "\u{FEFF}", "data: a\n\n", "data: a\r\n\r", "id: 1\n", "retry: 1\n", ": c\n", "{\n}\n", "event:\n",
            "event: e\n\n",
        ])
    func noTail(_ stream: String) {
        #expect(Interpretation(stream).end.incompleteTail == nil)
    }

    @Test(
        "the text holds the type, the data so far and the cut line",
        arguments: [
            ("data: a\n", "a"), ("data: a\ndata: b\r", "a\nb"), ("data: a", "data: a"),
            ("data: a\ndata: b", "a\ndata: b"),
            ("event: e\n", "event: e"), ("event: e\ndata: a\ndata: {", "event: e\na\ndata: {"),
            ("data: z\n\ndata\n", ""), ("\u{FEFF}data: a", "data: a"), ("{}\n]", "]"), (": c", ": c"),
        ])
    func text(_ stream: String, _ expected: String) {
        #expect(Interpretation(stream).end.incompleteTail?.text == expected)
    }

    @Test("a character that the end cuts becomes one replacement character")
    func cutCharacter() {
        let tail = Interpretation(Array("data: ".utf8) + [0xF0, 0x9F]).end.incompleteTail
        #expect(tail?.text == "data: \u{FFFD}")
        #expect(tail.map { tail in Array(tail.line) } == Array("data: ".utf8) + [0xF0, 0x9F])
    }

    @Test("the parts of the event and their offsets are kept")
    func parts() throws {
        let tail = try #require(Interpretation("data: z\n\n:c\nevent: e\ndata: ab\ndata:c\ndata: d").end.incompleteTail)
        #expect(tail.type == "e")
        #expect(tail.data == Array("ab\nc".utf8))
        #expect(tail.dataLines.map(\.dataOffset) == [0, 3])
        #expect(tail.dataLines.map(\.streamOffset) == [27, 35])
        #expect(Array(tail.line) == Array("data: d".utf8))
        #expect(tail.lineOffset == 37)
        #expect(tail.offset == 12)
    }

    @Test("a tail that is one cut line starts with it")
    func offsetOfLine() {
        #expect(Interpretation("\u{FEFF}data: a").end.incompleteTail?.offset == 3)
        #expect(Interpretation("data: z\n\n]").end.incompleteTail?.offset == 9)
    }

    @Test(
        "what is foldable is the event that a blank line would have dispatched",
        arguments: [
            "data: {}", "data: {}\n", "id: 3\nevent: e\ndata: {\ndata: }", "data: a\nid: 4", "data: a\nevent: f",
            "data: a\n: c", "data: a\nunknown", "data: z\n\ndata",
        ])
    func foldable(_ stream: String) {
        let completed = Interpretation(stream + (stream.hasSuffix("\n") ? "\n" : "\n\n"))
        for cut in 0...stream.utf8.count {
            let found = Interpretation(stream, cutAt: [cut]).end.incompleteTail?.foldable
            #expect(found == completed.events.last)
        }
    }

    @Test("a pending ID is that of the foldable event, and not of the stream")
    func pendingID() {
        let end = Interpretation("id: 1\ndata: a\n\nid: 2\ndata: b\n").end
        #expect(end.incompleteTail?.foldable?.lastEventID == "2")
        #expect(end.incompleteTail?.text == "b")
        #expect(end.lastEventID == "1")
    }

    @Test(
        "without a data line nothing is foldable", arguments: ["event: e\n", "id: 1", "{\"error\": 1}", ": c", "dat"])
    func notFoldable(_ stream: String) throws {
        let tail = try #require(Interpretation(stream).end.incompleteTail)
        #expect(tail.foldable == nil)
    }
}
