import ByteCoding
import Testing

@Suite struct ByteScanTests {
    @Test("a byte is found wherever it stands, from every position before it", arguments: [1, 63, 64, 65, 128, 200])
    func everyPlace(count: Int) {
        for place in 0..<count {
            var bytes = [UInt8](repeating: UInt8(ascii: ";"), count: count)
            bytes[place] = UInt8(ascii: ":")
            for start in 0...place {
                #expect(ByteScan.first(UInt8(ascii: ":"), in: bytes.span, from: start) == place)
            }
            #expect(ByteScan.first(UInt8(ascii: ":"), in: bytes.span, from: place + 1) == nil)
        }
    }

    @Test("nothing is found where nothing stands, and behind the end")
    func nothing() {
        let bytes: [UInt8] = [0, 0xFF]
        let none: [UInt8] = []
        #expect(ByteScan.first(1, in: bytes.span, from: 0) == nil)
        #expect(ByteScan.first(0, in: bytes.span, from: 2) == nil)
        #expect(ByteScan.first(0, in: bytes.span, from: 9) == nil)
        #expect(ByteScan.first(0, in: none.span, from: 0) == nil)
    }

    @Test("stretches are the same when every byte is", arguments: [0, 1, 63, 64, 65, 200])
    func comparison(count: Int) {
        let bytes = (0..<count).map { number in UInt8(truncatingIfNeeded: number) }
        // A span cannot be taken into a macro.
        let areSame = { (left: [UInt8], right: [UInt8]) in ByteScan.areSame(left.span, right.span) }
        #expect(areSame(bytes, bytes))
        #expect(!areSame(bytes, bytes + [0]))
        for place in bytes.indices {
            var other = bytes
            other[place] ^= 0x80
            #expect(!areSame(bytes, other))
        }
    }
}
