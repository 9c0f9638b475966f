import EventStreaming
import Testing

@Suite struct ServerSentEventTests {
    @Test("the offset is that of the event's first field, after comments and blank lines")
    func offset() {
        let stream = "\u{FEFF}\n: c\nretry: 1\nevent: e\r\ndata: a\r\n\r\ndata: b\n\n"
        #expect(Interpretation(stream).events.map(\.offset) == [17, 38])
    }

    @Test("the offset counts the byte order mark", arguments: [[], [1], [2], [3], [4]])
    func offsetAfterByteOrderMark(_ cuts: [Int]) {
        let events = Interpretation("\u{FEFF}data: a\n\n", cutAt: cuts).events
        #expect(events.map(\.offset) == [3])
        #expect(events.map { $0.streamOffset(ofDataByte: 0) } == [9])
    }

    @Test("each data line is found again in the stream", arguments: ServerSentEventParserTests.streams)
    func dataLines(_ stream: String) {
        let bytes = Array(stream.utf8)
        for event in Interpretation(bytes).events {
            let lines = event.dataLines
            #expect(lines.first?.dataOffset == 0)
            for (number, line) in lines.enumerated() {
                let end = number + 1 < lines.count ? lines[number + 1].dataOffset - 1 : event.data.count
                let value = event.data[line.dataOffset..<end]
                #expect(bytes[line.streamOffset...].starts(with: value))
                #expect(event.streamOffset(ofDataByte: line.dataOffset) == line.streamOffset)
            }
        }
    }

    @Test("every byte of the data maps to its byte of the stream, a joining LF to the line end")
    func byteMapping() {
        let bytes = Array("event: e\r\ndata: ab\r\ndata\r\ndata:c\r\n\r\n".utf8)
        let events = Interpretation(bytes).events
        #expect(events.map(\.text) == ["ab\n\nc"])
        let found = (0...5).map { index in events.map { $0.streamOffset(ofDataByte: index) } }
        #expect(found == [[16], [17], [18], [24], [31], [32]])
        #expect(bytes[18] == UInt8(ascii: "\r"))
        #expect(bytes[31] == UInt8(ascii: "c"))
    }

    @Test(
        "an index out of bounds is moved to the nearest one within",
        arguments: [(-1, 6), (Int.min, 6), (2, 7), (Int.max, 7)])
    func mappingOutOfBounds(_ index: Int, _ offset: Int) {
        let events = Interpretation("data: a\n\n").events
        #expect(events.map { $0.streamOffset(ofDataByte: index) } == [offset])
    }
}
