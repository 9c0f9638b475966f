import Testing

@testable import ByteCoding

@Suite struct ByteSieveTests {
    @Test("of a set of bytes each passes, and nothing else")
    func sets() {
        let sets: [[UInt8]] = [
            Array("?".utf8), Array("abcxyzABCXYZ0189+/-_".utf8), Array(0...0x20) + Array("\"'<>`()\\^{}|".utf8),
            [0x00, 0x7F, 0x80, 0xFF],
        ]
        for set in sets {
            let sieve = ByteSieve(anyOf: set)
            for byte in UInt8.min...UInt8.max {
                #expect((sieve.first(in: [byte].span, from: 0) != nil) == set.contains(byte), "\(byte)")
            }
        }
    }

    @Test("a word is found at its beginning, wherever it stands and however many words there are")
    func beginnings() {
        let words = (0..<40).map { number in "w\(number)-key" } + ["s:"]
        let sieve = ByteSieve(beginnings: words)
        for word in words {
            for offset in 0..<70 {
                let text = String(repeating: ".", count: offset) + word + "x"
                #expect(sieve.first(in: Array(text.utf8).span, from: 0) == offset, "\(word) at \(offset)")
            }
        }
        #expect(sieve.first(in: Array("nothing of that kind is in here at all".utf8).span, from: 0) == nil)
    }

    @Test("sequences are told by what stands at each of their places")
    func sequences() {
        let sieve = ByteSieve([[[0x20], Array("/".utf8), ByteSieve.anyByte], [[0x3A], [0x2F], [0x2F]]])
        #expect(sieve.first(in: Array("and/or https://a.b".utf8).span, from: 0) == 12)
        #expect(sieve.first(in: Array("and/or /a".utf8).span, from: 0) == 6)
        #expect(sieve.first(in: Array("and /".utf8).span, from: 0) == nil)
        #expect(sieve.first(in: Array("a /b /c".utf8).span, from: 2) == 4)
    }

    @Test("a sieve of nothing finds nothing")
    func empty() {
        #expect(ByteSieve([]).first(in: Array("abc".utf8).span, from: 0) == nil)
    }
}
