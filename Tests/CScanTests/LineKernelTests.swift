import CScan
import TestSupport
import Testing

@Suite struct LineKernelTests {
    /// Bytes that differ from a line end in one bit, or are next to one.
    private static let neighbours: [UInt8] = [0x00, 0x09, 0x0B, 0x0C, 0x0E, 0x1A, 0x2A, 0x4D, 0x8A, 0x8D, 0xFF]

    @Test("the ends of lines are where the plain twins find them")
    func lines() {
        var inputs = KernelInputs(of: Array("\n\r".utf8), between: Self.neighbours, seed: 6)
        let failures = inputs.run { text, random in
            let start = Int.random(in: 0...text.count + 1, using: &random)
            return cscan_line_feed(text, start) == cscan_scalar_line_feed(text, start)
                && cscan_line_end(text, start) == cscan_scalar_line_end(text, start)
        }
        #expect(failures.isEmpty, "\(failures.prefix(5))")
    }
}
