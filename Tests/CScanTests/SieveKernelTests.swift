import CScan
import TestSupport
import Testing

@Suite struct SieveKernelTests {
    @Test("sieves of one to three places let pass what the plain twin does", arguments: 1...3)
    func sieves(places: Int) {
        var random = SplitMix(seed: 11)
        // Few bits are set, so that little passes.
        let sieve = (0..<places * 32).map { _ in
            UInt8.random(in: 0...255, using: &random) & UInt8.random(in: 0...255, using: &random)
        }
        var inputs = KernelInputs(of: Array(0...255), between: [0x00, 0x0F, 0xF0, 0xFF], seed: 7)
        let failures = inputs.run { text, random in
            let start = Int.random(in: 0...text.count + 1, using: &random)
            return cscan_sieve(text, start, sieve.span) == cscan_scalar_sieve(text, start, sieve.span)
        }
        #expect(failures.isEmpty, "\(failures.prefix(5))")
    }

    @Test("tables of another size let nothing pass", arguments: [0, 31, 33, 128])
    func otherSizes(size: Int) {
        let text = Array(repeating: UInt8(1), count: 100)
        let sieve = Array(repeating: UInt8.max, count: size)
        #expect(cscan_sieve(text.span, 0, sieve.span) == 100)
        #expect(cscan_scalar_sieve(text.span, 0, sieve.span) == 100)
    }
}
