import ByteCoding
import TestSupport
import Testing

@Suite struct CRC32Tests {
    @Test(
        "checksums are those that others publish",
        arguments: [("", 0), ("123456789", 0xCBF4_3926), ("IEND", 0xAE42_6082)] as [(String, UInt32)])
    func known(text: String, expected: UInt32) {
        var checksum = CRC32()
        checksum.update(Array(text.utf8)[...])
        #expect(checksum.value == expected)
    }

    @Test("pieces give the checksum of the whole, however the bytes are cut")
    func everySplit() {
        var random = SplitMix(seed: 32)
        let bytes = (0..<300).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        var whole = CRC32()
        whole.update(bytes.span)
        for cut in 0...bytes.count {
            var pieces = CRC32()
            pieces.update(bytes[..<cut])
            pieces.update(bytes[cut...])
            #expect(pieces == whole)
        }
    }
}
