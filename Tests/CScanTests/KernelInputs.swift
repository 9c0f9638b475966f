import TestSupport

/// Buffers to run a kernel and its plain twin on.
struct KernelInputs {
    /// Long texts from which the buffers are cut, bytes that matter to a kernel dense in some and rare in others.
    private let pools: [[UInt8]]

    private var random: SplitMix

    private static let poolSize = 1 << 14

    /// How many random buffers there are, beside those of every length at every place.
    private static let randomCount = 100_000

    /// Inputs in which some bytes matter.
    ///
    /// - Parameters:
    ///   - bytes: the bytes that matter; those that are listed often are often met.
    ///   - fillers: the bytes between them.
    ///   - seed: equal seeds give equal inputs.
    init(of bytes: [UInt8], between fillers: [UInt8], seed: UInt64) {
        var random = SplitMix(seed: seed)
        pools = [2, 7, 40, 300].map { distance in
            (0..<Self.poolSize).map { _ in
                let chosen = Int.random(in: 0..<distance, using: &random) == 0 ? bytes : fillers
                return chosen.randomElement(using: &random) ?? 0
            }
        }
        self.random = random
    }

    /// Hands out a buffer of every length up to 300 that begins at every place in 64 bytes, and random ones.
    ///
    /// Each ends where its allocation ends, so that a sanitizer sees whoever reads on.
    ///
    /// - Parameter check: says whether the kernel and its twin agree on a buffer.
    /// - Returns: the buffers on which they do not.
    mutating func run(_ check: (Span<UInt8>, inout SplitMix) -> Bool) -> [String] {
        var failures: [String] = []
        for length in 0...300 {
            for alignment in 0..<64 where !runOne(length: length, alignment: alignment, check) {
                failures.append("length \(length), alignment \(alignment)")
            }
        }
        for index in 0..<Self.randomCount {
            let length = Int.random(in: 0...600, using: &random)
            if !runOne(length: length, alignment: Int.random(in: 0..<64, using: &random), check) {
                failures.append("random input \(index)")
            }
        }
        return failures
    }

    private mutating func runOne(
        length: Int, alignment: Int, _ check: (Span<UInt8>, inout SplitMix) -> Bool
    ) -> Bool {
        let pool = pools[Int.random(in: 0..<pools.count, using: &random)]
        let start = Int.random(in: 0..<Self.poolSize - length - alignment, using: &random)
        let buffer = Array(pool[start..<start + length + alignment])
        return check(buffer.span.extracting(droppingFirst: alignment), &random)
    }
}
