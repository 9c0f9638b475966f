import TestSupport
import Testing

@testable import ByteCoding

@Suite struct ByteRunsTests {
    private static let letters = ByteRuns { byte in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    @Test("the first run that is long enough is found, whole")
    func runs() {
        let text = Array("ab cdefg, hij klmnop".utf8)
        #expect(Self.letters.first(of: 2, in: text.span, from: 0) == 0..<2)
        #expect(Self.letters.first(of: 3, in: text.span, from: 0) == 3..<8)
        #expect(Self.letters.first(of: 6, in: text.span, from: 0) == 14..<20)
        #expect(Self.letters.first(of: 7, in: text.span, from: 0) == nil)
        #expect(Self.letters.first(of: 3, in: text.span, from: 4) == 4..<8)
        #expect(Self.letters.first(of: 3, in: text.span, from: 6) == 10..<13)
        #expect(Self.letters.first(of: 1, in: text.span, from: 20) == nil)
    }

    @Test("runs are those that a look at every byte finds")
    func everyByte() {
        var random = SplitMix(seed: 3)
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                Int.random(in: 0..<9, using: &random) == 0 ? UInt8(ascii: " ") : UInt8(ascii: "x")
            }
            let length = Int.random(in: 1...30, using: &random)
            let start = Int.random(in: 0...text.count, using: &random)
            var expected: Range<Int>?
            var first = start
            for index in start...text.count where index == text.count || text[index] == UInt8(ascii: " ") {
                if expected == nil, index - first >= length { expected = first..<index }
                first = index + 1
            }
            #expect(Self.letters.first(of: length, in: text.span, from: start) == expected)
        }
    }
}
