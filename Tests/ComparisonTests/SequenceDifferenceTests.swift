import TestSupport
import Testing

@testable import Comparison

@Suite struct SequenceDifferenceTests {
    @Test("as many elements are paired as the longest common subsequence has, in order, and both ways the same")
    func longest() {
        var random = SplitMix(seed: 7)
        for _ in 0..<400 {
            let a = (0..<Int(random.next() % 12)).map { _ in Int(random.next() % 4) }
            let b = (0..<Int(random.next() % 12)).map { _ in Int(random.next() % 4) }
            let matches = SequenceDifference.matches(a, b)
            #expect(matches.count == SequenceDifferenceTests.length(a, b), "\(a) \(b)")
            #expect(matches.allSatisfy { match in a[match.a] == b[match.b] })
            #expect(zip(matches, matches.dropFirst()).allSatisfy { one, next in one.a < next.a && one.b < next.b })
            let back = SequenceDifference.matches(b, a).map { match in SequenceDifference.Match(a: match.b, b: match.a)
            }
            #expect(back == matches)
        }
    }

    @Test("sequences that have too little in common are paired at their ends alone")
    func bound() {
        let a = [0] + Array(10..<2_000) + [1]
        let b = [0] + Array(5_000..<8_000) + [1]
        #expect(SequenceDifference.matches(a, b) == [.init(a: 0, b: 0), .init(a: a.count - 1, b: b.count - 1)])
    }

    /// The length of the longest common subsequence, by the table that defines it.
    private static func length(_ a: [Int], _ b: [Int]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for element in a {
            var next = [0]
            for (index, other) in b.enumerated() {
                next.append(element == other ? row[index] + 1 : max(row[index + 1], next[index]))
            }
            row = next
        }
        return row[b.count]
    }
}

@Suite struct IncreasingRunTests {
    @Test(
        "the positions of a longest increasing subsequence",
        arguments: [([], []), ([3], [0]), ([0, 1, 2], [0, 1, 2]), ([2, 1, 0], [2]), ([1, 2, 0, 3], [0, 1, 3])])
    func positions(_ numbers: [Int], _ expected: [Int]) {
        #expect(IncreasingRun.positions(in: numbers) == expected)
    }
}

@Suite struct AssignmentTests {
    @Test("the sum of the scores is the largest that there is")
    func best() {
        var random = SplitMix(seed: 11)
        for _ in 0..<200 {
            let height = Int(random.next() % 4) + 1
            let width = Int(random.next() % 4) + 1
            let scores = (0..<height).map { _ in (0..<width).map { _ in Double(random.next() % 100) / 100 } }
            let columns = Assignment.best(scores)
            #expect(Set(columns.compactMap { column in column }).count == min(height, width))
            let sum = columns.enumerated().reduce(0) { sum, pair in sum + (pair.1.map { scores[pair.0][$0] } ?? 0) }
            #expect(abs(sum - AssignmentTests.best(scores, from: 0, without: [])) < 1e-9)
        }
    }

    /// The largest sum of all ways to pair.
    private static func best(_ scores: [[Double]], from row: Int, without used: Set<Int>) -> Double {
        guard row < scores.count else { return 0 }
        var most = scores.count > scores[row].count ? best(scores, from: row + 1, without: used) : 0
        for (column, score) in scores[row].enumerated() where !used.contains(column) {
            most = max(most, score + best(scores, from: row + 1, without: used.union([column])))
        }
        return most
    }
}
