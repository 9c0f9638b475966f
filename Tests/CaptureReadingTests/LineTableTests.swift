import CaptureReading
import TestSupport
import Testing

@Suite struct LineTableTests {
    /// The locations of every byte and of the end, worked out from the standard library's own decoding.
    private static func locations(of bytes: [UInt8]) -> [Location] {
        var locations: [Location] = []
        var line = 1
        var column = 1
        var index = 0
        while index < bytes.count {
            let length =
                (1...4).last { length in
                    index + length <= bytes.count
                        && String(validating: bytes[index..<(index + length)], as: UTF8.self)?
                            .unicodeScalars.count == 1
                } ?? 1
            for offset in 0..<length { locations.append(Location(line: line, column: column, byte: index + offset)) }
            column += 1
            let isBeforeLF = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
            if bytes[index] == UInt8(ascii: "\n") || (bytes[index] == UInt8(ascii: "\r") && !isBeforeLF) {
                line += 1
                column = 1
            }
            index += length
        }
        return locations + [Location(line: line, column: column, byte: bytes.count)]
    }

    @Test("lines end by LF, CRLF and CR, and columns count code points")
    func example() {
        let bytes = Array("a\né😀b\r\nc\rd".utf8)
        let table = LineTable(ExchangeSource(bytes: bytes[...], start: .start))
        #expect(table.location(of: Place(byte: 0)) == Location(line: 1, column: 1, byte: 0))
        #expect(table.location(of: Place(byte: 1)) == Location(line: 1, column: 2, byte: 1))
        #expect(table.location(of: Place(byte: 4)) == Location(line: 2, column: 2, byte: 4))
        #expect(table.location(of: Place(byte: 6)) == Location(line: 2, column: 2, byte: 6))
        #expect(table.location(of: Place(byte: 8)) == Location(line: 2, column: 3, byte: 8))
        #expect(table.location(of: Place(byte: 10)) == Location(line: 2, column: 5, byte: 10))
        #expect(table.location(of: Place(byte: 11)) == Location(line: 3, column: 1, byte: 11))
        #expect(table.location(of: Place(byte: 13)) == Location(line: 4, column: 1, byte: 13))
    }

    @Test("every byte of random text stands where a slow count finds it", arguments: 0..<24 as Range<UInt64>)
    func randomBytes(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let pieces: [[UInt8]] = [
            [0x0A], [0x0D], [0x0D, 0x0A], [0x61], Array("é".utf8), Array("€".utf8), Array("😀".utf8), [0xE2, 0x82],
            [0xF0, 0x9F],
            [0x80], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80],
            [UInt8](repeating: 0x20, count: 600),
        ]
        // Some inputs have few line ends, some no long runs, some are shorter than what is counted at once.
        let choices = seed % 3 == 0 ? pieces[3...] : seed % 3 == 1 ? pieces[..<15] : pieces[...]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...200, using: &random) {
            bytes += try #require(choices.randomElement(using: &random))
        }
        let table = LineTable(ExchangeSource(bytes: bytes[...], start: .start))
        for location in LineTableTests.locations(of: bytes) {
            let found = table.location(of: Place(byte: location.byte))
            guard found == location else {
                Issue.record("\(location) expected, found \(found) in \(bytes.count) bytes")
                return
            }
        }
    }

    @Test("places outside the exchange give its ends")
    func clamping() {
        let bytes = Array("ab\ncd".utf8)
        let start = Location(line: 7, column: 3, byte: 100)
        let table = LineTable(ExchangeSource(bytes: bytes[...], start: start))
        #expect(table.location(of: Place(byte: 0)) == start)
        #expect(table.location(of: Place(byte: -1)) == start)
        #expect(table.location(of: Place(byte: 101)) == Location(line: 7, column: 4, byte: 101))
        #expect(table.location(of: Place(byte: 103)) == Location(line: 8, column: 1, byte: 103))
        #expect(table.location(of: Place(byte: Int.max)) == Location(line: 8, column: 3, byte: 105))
    }

    @Test("an empty exchange has one location")
    func empty() {
        let table = LineTable(ExchangeSource(bytes: [], start: .start))
        #expect(table.location(of: Place(byte: 5)) == .start)
    }

    @Test("a slice that begins anywhere in its storage is counted from its own beginning")
    func slice() {
        let bytes = Array("xxxx\nab\ncd".utf8)
        let table = LineTable(ExchangeSource(bytes: bytes[5...], start: Location(line: 2, column: 1, byte: 5)))
        #expect(table.location(of: Place(byte: 8)) == Location(line: 3, column: 1, byte: 8))
    }

    @Test("a byte order mark takes no column")
    func byteOrderMark() {
        let table = LineTable(ExchangeSource(bytes: Array("\u{FEFF}ab".utf8)[...], start: .start))
        #expect(table.location(of: Place(byte: 3)) == Location(line: 1, column: 1, byte: 3))
        #expect(table.location(of: Place(byte: 4)) == Location(line: 1, column: 2, byte: 4))
        #expect(table.location(of: Place(byte: 0)).column == 1)
    }
}
