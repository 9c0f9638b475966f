import CScan
import TestSupport
import Testing

@Suite struct ByteKernelTests {
    @Test("two buffers are the same as far as the plain twin finds")
    func commonPrefix() {
        var inputs = KernelInputs(of: Array("bcdef".utf8), between: Array("a".utf8), seed: 8)
        let failures = inputs.run { text, random in
            let other = [UInt8](repeating: UInt8(ascii: "a"), count: Int.random(in: 0...400, using: &random))
            return cscan_common_prefix(text, other.span) == cscan_scalar_common_prefix(text, other.span)
                && cscan_common_prefix(text, text) == text.count
        }
        #expect(failures.isEmpty, "\(failures.prefix(5))")
    }

    @Test("the checksum is the one of the plain twin, in one piece and in two")
    func checksum() {
        var inputs = KernelInputs(of: Array(0...255), between: Array(0...255), seed: 9)
        let failures = inputs.run { text, random in
            let whole = cscan_crc32(0, text)
            let cut = Int.random(in: 0...text.count, using: &random)
            let first = cscan_crc32(0, text.extracting(first: cut))
            return whole == cscan_scalar_crc32(0, text)
                && whole == cscan_crc32(first, text.extracting(droppingFirst: cut))
        }
        #expect(failures.isEmpty, "\(failures.prefix(5))")
    }

    @Test(
        "checksums are those that others publish",
        arguments: [("", 0), ("123456789", 0xCBF4_3926), ("The quick brown fox jumps over the lazy dog", 0x414F_A339)]
            as [(String, UInt32)])
    func known(text: String, expected: UInt32) {
        let bytes = Array(text.utf8)
        let checksum = cscan_crc32(0, bytes.span)
        #expect(checksum == expected)
        let plain = cscan_scalar_crc32(0, bytes.span)
        #expect(plain == expected)
    }
}
