/// The longest increasing subsequence of numbers that are all different.
///
/// Patience sorting: each number goes on the first pile whose top is not smaller.
enum IncreasingRun {
    /// The positions of the numbers that belong to it, in order; of several the one that patience sorting gives.
    static func positions(in numbers: [Int]) -> [Int] {
        var tops: [Int] = []
        var before = [Int?](repeating: nil, count: numbers.count)
        for (position, number) in numbers.enumerated() {
            var low = 0
            var high = tops.count
            while low < high {
                let middle = (low + high) / 2
                if numbers[tops[middle]] < number { low = middle + 1 } else { high = middle }
            }
            before[position] = low > 0 ? tops[low - 1] : nil
            if low == tops.count { tops.append(position) } else { tops[low] = position }
        }
        var run: [Int] = []
        var position = tops.last
        while let current = position {
            run.append(current)
            position = before[current]
        }
        return run.reversed()
    }
}
