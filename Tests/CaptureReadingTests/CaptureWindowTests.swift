import CaptureReading
import Testing

@Suite struct CaptureWindowTests {
    @Test("the head is loaded first, then a step at a time until the end")
    func loading() throws {
        var window = try CaptureWindow(reading: MemorySource(Array("abcdefghij".utf8)), headSize: 4, step: 3)
        #expect(Reading.text(window.bytes) == "abcd")
        #expect(try window.extend())
        #expect(Reading.text(window.bytes) == "abcdefg")
        #expect(try window.extend())
        #expect(Reading.text(window.bytes) == "abcdefghij")
        #expect(try !window.extend())
        #expect(try !window.extend())
        #expect(window.byteCount == 10)
    }

    @Test("a source that hands out single bytes fills the same windows")
    func trickle() throws {
        var window = try CaptureWindow(reading: TrickleSource(Array("abcdefghij".utf8)), headSize: 4, step: 3)
        #expect(Reading.text(window.bytes) == "abcd")
        #expect(try window.extend())
        #expect(Reading.text(window.bytes) == "abcdefg")
    }

    @Test("what is taken leaves the window, and the rest follows it", arguments: 0...12)
    func taking(count: Int) throws {
        let input = Array("ab\ncdéf\r\ng".utf8)
        var window = try CaptureWindow(reading: MemorySource(input), headSize: 4, step: 3)
        while try window.extend() {}
        let first = window.take(count)
        let second = window.take(100)
        #expect(first.bytes + second.bytes == input[...])
        #expect(first.start == Location.start)
        #expect(second.start.byte == min(count, input.count))
        #expect(window.bytes.isEmpty)
        #expect(window.byteCount == input.count)
    }

    @Test("a negative count takes nothing")
    func takingNothing() throws {
        var window = try CaptureWindow(reading: MemorySource([1, 2]), headSize: 4)
        #expect(window.take(-1).bytes.isEmpty)
        #expect(window.bytes == [1, 2])
    }

    @Test(
        "the location goes on behind what was taken",
        arguments: [
            (2, Location(line: 1, column: 3, byte: 2)), (3, Location(line: 2, column: 1, byte: 3)),
            (6, Location(line: 2, column: 3, byte: 6)), (7, Location(line: 2, column: 4, byte: 7)),
            (8, Location(line: 3, column: 1, byte: 8)), (10, Location(line: 4, column: 1, byte: 10)),
        ])
    func location(count: Int, expected: Location) throws {
        var window = try CaptureWindow(reading: MemorySource(Array("ab\ncé\r\nx\ry".utf8)), headSize: 64)
        let taken = window.take(count)
        #expect(taken.bytes.count == count)
        #expect(window.location == expected)
    }

    @Test("windows that extend between takings give the same bytes and locations", arguments: 1...9)
    func sliding(step: Int) throws {
        let input = Array(repeatElement(Array("line é\r\n".utf8), count: 20).joined())
        var window = try CaptureWindow(reading: MemorySource(input), headSize: 1, step: step)
        var line = 1
        while true {
            while window.bytes.count < 9, try window.extend() {}
            let source = window.take(9)
            guard !source.bytes.isEmpty else { break }
            #expect(source.start == Location(line: line, column: 1, byte: (line - 1) * 9))
            #expect(Reading.text(source.bytes) == "line é\r\n")
            line += 1
        }
        #expect(line == 21)
    }

    @Test("a byte order mark is counted and stays before the window")
    func byteOrderMark() throws {
        var window = try CaptureWindow(reading: TrickleSource(Array("\u{FEFF}ab".utf8)), headSize: 1)
        #expect(window.location == Location(line: 1, column: 1, byte: 3))
        while try window.extend() {}
        #expect(Reading.text(window.bytes) == "ab")
        #expect(window.byteCount == 5)
    }

    @Test("a byte order mark comes back until something is taken, however much was loaded", arguments: [1, 2, 100])
    func restoring(step: Int) throws {
        let input = Array("\u{FEFF}abcdef".utf8)
        var window = try CaptureWindow(reading: MemorySource(input), headSize: 1, step: step)
        while try window.extend() {}
        _ = window.take(0)
        window.restoreByteOrderMark()
        #expect(window.bytes == input[...])
        #expect(window.location == .start)
        #expect(window.byteCount == input.count)
        window.restoreByteOrderMark()
        #expect(window.bytes == input[...])
    }

    @Test("nothing comes back where there was no byte order mark, or once something was taken")
    func notRestoring() throws {
        var plain = try CaptureWindow(reading: MemorySource(Array("abcdef".utf8)), headSize: 64)
        _ = plain.take(3)
        plain.restoreByteOrderMark()
        #expect(Reading.text(plain.bytes) == "def")
        #expect(plain.location.byte == 3)
        var marked = try CaptureWindow(reading: MemorySource(Array("\u{FEFF}abcdef".utf8)), headSize: 64)
        _ = marked.take(1)
        marked.restoreByteOrderMark()
        #expect(Reading.text(marked.bytes) == "bcdef")
    }

    @Test("a source that fails ends the reading with its error")
    func failure() throws {
        let failure = CaptureError.unreadable(reason: "input/output error")
        #expect(throws: failure) {
            try CaptureWindow(reading: TrickleSource([1], failingWith: failure), headSize: 4)
        }
        var window = try CaptureWindow(reading: TrickleSource([1, 2, 3, 4], failingWith: failure), headSize: 3)
        #expect(throws: failure) { try window.extend() }
    }
}
