internal import ArgumentParser

/// Numbers of exchanges as `--only` takes them: `1,3-5`.
struct ExchangeNumbers: ExpressibleByArgument {
    /// The numbers.
    let numbers: Set<Int>

    /// The most numbers that one range may span.
    private static let widestRange = 1_000_000

    /// Reads numbers and ranges between commas; nil for anything else.
    init?(argument: String) {
        var numbers: Set<Int> = []
        for piece in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = piece.split(separator: "-", omittingEmptySubsequences: false).map { end in Int(end) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first >= 1,
                first <= last,
                last - first < ExchangeNumbers.widestRange
            else { return nil }
            numbers.formUnion(first...last)
        }
        self.numbers = numbers
    }
}
