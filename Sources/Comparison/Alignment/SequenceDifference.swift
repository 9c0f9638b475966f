/// Finds what two sequences have in common, in order: the longest common subsequence, as far as a bound allows.
///
/// Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986)
enum SequenceDifference {
    /// An element of the first sequence and the one of the second that it is paired with.
    struct Match: Equatable {
        /// The position in the first sequence.
        var a: Int

        /// The position in the second sequence.
        var b: Int
    }

    /// The most insertions and removals that are looked for: the time is bounded by them times the elements, the memory
    /// by their square.
    static let mostEdits = 1_000

    /// The pairs of equal elements, in order.
    ///
    /// Both directions give the same pairs. Beyond the bound, or where either has more than `mostElements`, only what both
    /// have at their beginning and their end.
    static func matches<Element: Hashable & Comparable>(
        _ a: [Element], _ b: [Element], mostElements: Int = .max
    ) -> [Match] {
        guard b.lexicographicallyPrecedes(a) else { return ordered(a, b, mostElements) }
        return ordered(b, a, mostElements).map { match in Match(a: match.b, b: match.a) }
    }

    private static func ordered<Element: Hashable>(_ a: [Element], _ b: [Element], _ mostElements: Int) -> [Match] {
        var prefix = 0
        while prefix < min(a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < min(a.count, b.count) - prefix, a[a.count - 1 - suffix] == b[b.count - 1 - suffix] {
            suffix += 1
        }
        let head = (0..<prefix).map { index in Match(a: index, b: index) }
        let tail = (0..<suffix).reversed().map { index in Match(a: a.count - 1 - index, b: b.count - 1 - index) }
        guard max(a.count, b.count) <= mostElements else { return head + tail }
        let middle = between(a[prefix..<a.count - suffix], b[prefix..<b.count - suffix])
        return head + middle + tail
    }

    /// The pairs in what is left between equal ends; the elements are compared as numbers.
    private static func between<Element: Hashable>(_ a: ArraySlice<Element>, _ b: ArraySlice<Element>) -> [Match] {
        guard !a.isEmpty, !b.isEmpty else { return [] }
        var numbers: [Element: Int] = [:]
        func number(_ element: Element) -> Int {
            if let known = numbers[element] { return known }
            numbers[element] = numbers.count
            return numbers.count - 1
        }
        let left = a.map(number)
        let right = b.map(number)
        return trace(left, right).map { match in Match(a: match.a + a.startIndex, b: match.b + b.startIndex) }
    }

    /// Goes forward along the farthest reaching paths, keeping each round, and back along the one that arrived.
    private static func trace(_ a: [Int], _ b: [Int]) -> [Match] {
        let bound = min(a.count + b.count, mostEdits)
        var rounds: [[Int32]] = []
        // The farthest position in `a` on each diagonal, from -bound - 1 to bound + 1.
        var farthest = [Int32](repeating: 0, count: 2 * bound + 3)
        let middle = bound + 1
        for edits in 0...bound {
            rounds.append(Array(farthest[middle - edits...middle + edits]))
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let isDown =
                    diagonal == -edits
                    || (diagonal != edits && farthest[middle + diagonal - 1] < farthest[middle + diagonal + 1])
                var x = isDown ? Int(farthest[middle + diagonal + 1]) : Int(farthest[middle + diagonal - 1]) + 1
                while x < a.count, x - diagonal < b.count, a[x] == b[x - diagonal] { x += 1 }
                farthest[middle + diagonal] = Int32(truncatingIfNeeded: x)
                if x >= a.count, x - diagonal >= b.count { return back(rounds, a.count, b.count) }
            }
        }
        return []
    }

    private static func back(_ rounds: [[Int32]], _ aCount: Int, _ bCount: Int) -> [Match] {
        var matches: [Match] = []
        var x = aCount
        var y = bCount
        for edits in rounds.indices.reversed() {
            let round = rounds[edits]
            func farthest(_ diagonal: Int) -> Int {
                abs(diagonal) <= edits ? Int(round[edits + diagonal]) : -1
            }
            let diagonal = x - y
            let isDown =
                diagonal == -edits || (diagonal != edits && farthest(diagonal - 1) < farthest(diagonal + 1))
            let before = isDown ? diagonal + 1 : diagonal - 1
            let startX = edits == 0 ? 0 : farthest(before)
            let startY = edits == 0 ? 0 : startX - before
            // Behind the one edit of the round everything is equal up to here.
            let snake = edits == 0 || isDown ? startX : startX + 1
            while x > snake {
                matches.append(Match(a: x - 1, b: y - 1))
                x -= 1
                y -= 1
            }
            x = startX
            y = startY
        }
        return matches.reversed()
    }
}
