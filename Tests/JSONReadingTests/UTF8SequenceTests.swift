import JSONReading
import TestSupport
import Testing

@Suite struct UTF8SequenceTests {
    /// The sequence by the standard library's own decoding: the longest beginning that is one character.
    private static func isWellFormed(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self)?.unicodeScalars.count == 1
    }

    @Test("every character beyond ASCII has its length, and is cut before its last byte")
    func characters() {
        for point in UInt32(0x80)...0x10_FFFF where point < 0x1_0000 || point % 0x101 == 0 {
            guard let scalar = Unicode.Scalar(point) else { continue }
            let bytes = Array(String(scalar).utf8)
            let found = UTF8Sequence(in: bytes.span, at: 0)
            let cut = Array(bytes.dropLast())
            let foundCut = UTF8Sequence(in: cut.span, at: 0)
            if found != .wellFormed(length: bytes.count) || foundCut != .cut {
                Issue.record("U+\(String(point, radix: 16)) found \(found) and \(foundCut)")
            }
        }
    }

    @Test("what the standard library refuses is ill-formed")
    func illFormed() {
        for lead in UInt8(0x80)...0xFF {
            for second in UInt8.min...UInt8.max {
                let bytes = [lead, second, 0x80, 0x80]
                let length = (2...4).first { length in UTF8SequenceTests.isWellFormed(bytes[..<length]) }
                let found = UTF8Sequence(in: bytes.span, at: 0)
                if found != (length.map(UTF8Sequence.wellFormed) ?? .illFormed) {
                    Issue.record("\(lead) \(second) found \(found)")
                }
            }
        }
    }

    @Test("offsets count from the start of the text")
    func offsets() {
        let bytes = Array("aé€".utf8)
        #expect(UTF8Sequence(in: bytes.span, at: 1) == .wellFormed(length: 2))
        #expect(UTF8Sequence(in: bytes.span, at: 2) == .illFormed)
        #expect(UTF8Sequence(in: bytes.span, at: 3) == .wellFormed(length: 3))
    }
}
