import ByteCoding
import Testing

@Suite struct LineScanTests {
    /// Bytes that differ from a line end in one bit, or are next to one.
    private static let neighbours: [UInt8] = [0x00, 0x09, 0x0B, 0x0C, 0x0E, 0x1A, 0x2A, 0x4D, 0x8A, 0x8D, 0xFF]

    /// A text without line ends.
    private static func text(_ count: Int) -> [UInt8] {
        (0..<count).map { index in neighbours[index % neighbours.count] }
    }

    @Test("the first line end is found wherever it stands, from wherever the search begins", arguments: 0...130)
    func positions(position: Int) {
        for end in [UInt8(ascii: "\n"), UInt8(ascii: "\r")] {
            let isLineFeed = end == UInt8(ascii: "\n")
            // A second one behind it must not be found first.
            let bytes = LineScanTests.text(position) + [end] + LineScanTests.text(70) + Array("\r\n".utf8)
            for start in 0...position {
                #expect(LineScan.firstLineEnd(in: bytes.span, from: start) == position)
                #expect(
                    LineScan.firstLineFeed(in: bytes.span, from: start) == (isLineFeed ? position : bytes.count - 1))
            }
            #expect(LineScan.firstLineEnd(in: bytes.span, from: position + 1) == bytes.count - 2)
        }
    }

    @Test("a text without a line end has none, and neither has its end", arguments: 0...130)
    func absence(count: Int) {
        let bytes = LineScanTests.text(count)
        for start in [0, count / 2, count] {
            #expect(LineScan.firstLineEnd(in: bytes.span, from: start) == nil)
            #expect(LineScan.firstLineFeed(in: bytes.span, from: start) == nil)
        }
        let returns = [UInt8](repeating: UInt8(ascii: "\r"), count: count)
        #expect(LineScan.firstLineFeed(in: returns.span, from: 0) == nil)
        #expect(LineScan.firstLineEnd(in: returns.span, from: 0) == (count == 0 ? nil : 0))
    }

    @Test("line feeds are counted, carriage returns are not", arguments: [0, 1, 2, 31, 32, 33, 200])
    func counts(count: Int) {
        let lines = (0..<count).flatMap { line in LineScanTests.text(line % 40) + Array("\r\n".utf8) }
        #expect(LineScan.lineFeedCount(in: lines.span) == count)
        #expect(LineScan.lineFeedCount(in: (lines + LineScanTests.text(5)).span) == count)
    }
}
