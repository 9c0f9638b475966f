import EventStreaming
import Testing

/// Shapes that make a careless parser quadratic: a test that hangs here has found one.
@Suite struct HostileStreamTests {
    @Test("a line of a megabyte, byte by byte")
    func longLine() {
        let value = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        let stream = Array("data: ".utf8) + value + Array("\n\ndata: b\n\n".utf8)
        let found = Interpretation(stream, cutAt: Array(0..<stream.count))
        #expect(found.events.map(\.data.count) == [value.count, 1])
        #expect(found.events.map(\.offset) == [0, value.count + 8])
    }

    @Test("a million blank lines, whole and byte by byte")
    func blankLines() {
        let stream = Array(repeatElement(Array("\r\n".utf8), count: 1_000_000).joined()) + Array("data: a\r\n\r\n".utf8)
        let found = Interpretation(stream)
        #expect(found.events.map(\.offset) == [2_000_000])
        // Compared outside the macro, which would describe every event of streams that differ.
        let isEqual = Interpretation(stream, cutAt: Array(0..<stream.count)) == found
        #expect(isEqual)
    }

    @Test("an event of half a million data lines")
    func dataLines() {
        let stream = Array(repeatElement(Array("data:x\n".utf8), count: 500_000).joined()) + Array("\n".utf8)
        let found = Interpretation(stream)
        #expect(found.events.map(\.data.count) == [999_999])
        #expect(found.events.map(\.dataLines.count) == [500_000])
        #expect(found.events.map { $0.streamOffset(ofDataByte: 999_998) } == [3_499_998])
    }

    @Test("half a million lines that belong to no event stream")
    func ignoredLines() {
        let line = Array("{}\n".utf8)
        let joined = Array(repeatElement(line, count: 500_000).joined())
        let runs = Interpretation(joined).end.ignoredRuns
        #expect(runs.count == 1)
        #expect(runs.first == 0..<1_499_999)
        let divided = Array(repeatElement(line + Array("\n".utf8), count: 500_000).joined())
        #expect(Interpretation(divided).end.ignoredRuns.count == 500_000)
    }
}
