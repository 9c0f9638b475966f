internal import ArgumentParser

/// A number of bytes as `--max-body` takes it: `1000`, `64K`, `16M`, `4G`.
struct ByteCount: ExpressibleByArgument {
    /// The number of bytes.
    let count: Int

    /// Reads digits and at most one letter behind them, which stands for a power of 1024; nil for anything else.
    init?(argument: String) {
        let scales = ["k": 1 << 10, "m": 1 << 20, "g": 1 << 30]
        let scale = argument.last.flatMap { letter in scales[letter.lowercased()] }
        let digits = scale == nil ? argument[...] : argument.dropLast()
        guard digits.utf8.allSatisfy({ byte in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }),
            let number = Int(digits)
        else { return nil }
        let (count, isTooLarge) = number.multipliedReportingOverflow(by: scale ?? 1)
        self.count = isTooLarge ? .max : count
    }
}
