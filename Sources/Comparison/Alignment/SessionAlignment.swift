/// Pairs the exchanges of two sessions.
///
/// First those whose content is the same, or whose key no other has; the longest run of them that stands in the same order
/// on both sides is the frame. In each gap of the frame what is left is paired by its likeness. Pairs that cross the frame
/// were moved.
struct SessionAlignment {
    private let a: [ExchangeDigest]
    private let b: [ExchangeDigest]
    private var pairs: [AlignedPair] = []
    private var isPairedA: [Bool]
    private var isPairedB: [Bool]

    /// The most exchanges of a gap on either side that are all compared with each other.
    private static let mostAssigned = 200

    /// The pairs, by their position in the first session; both directions give the same.
    static func pairs(_ a: [ExchangeDigest], _ b: [ExchangeDigest], mode: AlignmentMode) -> [AlignedPair] {
        let keys = (a.map(\.exactKey), b.map(\.exactKey))
        guard keys.1.lexicographicallyPrecedes(keys.0) else { return aligned(a, b, mode) }
        return aligned(b, a, mode).map { pair in
            AlignedPair(a: pair.b, b: pair.a, score: pair.score, reason: pair.reason, isMoved: pair.isMoved)
        }.sorted { left, right in left.a < right.a }
    }

    private static func aligned(_ a: [ExchangeDigest], _ b: [ExchangeDigest], _ mode: AlignmentMode) -> [AlignedPair] {
        var alignment = SessionAlignment(a, b)
        if mode == .order {
            for index in 0..<min(a.count, b.count) { alignment.pair(index, index, .position) }
            return alignment.pairs
        }
        alignment.pairUnique(.sameRequest) { digest in digest.exactKey }
        alignment.pairUnique(.sameBody) { digest in digest.bodyKey }
        alignment.fillGaps { alignment, gap in alignment.pairInOrder(gap, .sameRequest, by: \.exactKey) }
        alignment.pairUnique(.sameStart) { digest in digest.isConversation ? digest.sessionKey : nil }
        if mode == .key {
            alignment.fillGaps { alignment, gap in alignment.pairInOrder(gap, .sameStart, by: \.sessionKey) }
        } else {
            alignment.pairOnlyConversations()
            alignment.fillGaps { alignment, gap in alignment.assign(gap) }
        }
        return alignment.framed()
    }

    private init(_ a: [ExchangeDigest], _ b: [ExchangeDigest]) {
        self.a = a
        self.b = b
        isPairedA = a.map { _ in false }
        isPairedB = b.map { _ in false }
    }

    private mutating func pair(_ indexA: Int, _ indexB: Int, _ reason: PairReason, score: Double? = nil) {
        isPairedA[indexA] = true
        isPairedB[indexB] = true
        pairs.append(
            AlignedPair(a: indexA, b: indexB, score: score ?? self.score(indexA, indexB), reason: reason))
    }

    private func score(_ indexA: Int, _ indexB: Int) -> Double {
        func position(_ index: Int, of count: Int) -> Double { count > 1 ? Double(index) / Double(count - 1) : 0 }
        let positions = (position(indexA, of: a.count), position(indexB, of: b.count))
        return PairScore(positions: positions).score(a[indexA], b[indexB])
    }

    /// Pairs what is left and has a key that nothing else on its side has.
    private mutating func pairUnique(_ reason: PairReason, by key: (ExchangeDigest) -> ContentHash?) {
        func unique(_ digests: [ExchangeDigest], _ isPaired: [Bool]) -> [ContentHash: Int] {
            var found: [ContentHash: Int] = [:]
            for (index, digest) in digests.enumerated() where !isPaired[index] {
                guard let key = key(digest) else { continue }
                // A key that stands there twice is nobody's.
                found[key] = found[key] == nil ? index : -1
            }
            return found
        }
        let others = unique(b, isPairedB)
        for (key, index) in unique(a, isPairedA).sorted(by: { left, right in left.value < right.value }) {
            guard index >= 0, let other = others[key], other >= 0 else { continue }
            pair(index, other, reason)
        }
    }

    /// Pairs the one conversation that is left on either side, where each session has only that one.
    private mutating func pairOnlyConversations() {
        let left = a.indices.filter { index in a[index].isConversation }
        let right = b.indices.filter { index in b[index].isConversation }
        guard left.count == 1, right.count == 1, !isPairedA[left[0]], !isPairedB[right[0]] else { return }
        pair(left[0], right[0], .onlyConversation)
    }

    // MARK: Gaps

    /// What is left on both sides between two pairs of the frame.
    private struct Gap {
        var a: [Int]
        var b: [Int]
    }

    /// Hands out each gap in which something is left on both sides.
    private mutating func fillGaps(_ fill: (inout SessionAlignment, Gap) -> Void) {
        var gaps: [Gap] = []
        var start = (a: 0, b: 0)
        let ends = framed().filter { pair in !pair.isMoved }
        for end in ends.map({ pair in (pair.a, pair.b) }) + [(a.count, b.count)] {
            let gap = Gap(
                a: (start.a..<max(start.a, end.0)).filter { index in !isPairedA[index] },
                b: (start.b..<max(start.b, end.1)).filter { index in !isPairedB[index] })
            if !gap.a.isEmpty, !gap.b.isEmpty { gaps.append(gap) }
            start = (end.0 + 1, end.1 + 1)
        }
        for gap in gaps { fill(&self, gap) }
    }

    /// The pairs by their position in the first session, with those marked that do not belong to the frame.
    private func framed() -> [AlignedPair] {
        var sorted = pairs.sorted { left, right in left.a < right.a }
        let frame = Set(IncreasingRun.positions(in: sorted.map(\.b)))
        for index in sorted.indices { sorted[index].isMoved = !frame.contains(index) }
        return sorted
    }

    /// Pairs what has the same key, in order.
    private mutating func pairInOrder(
        _ gap: Gap, _ reason: PairReason, by key: KeyPath<ExchangeDigest, ContentHash>
    ) {
        let keys = (gap.a.map { index in a[index][keyPath: key] }, gap.b.map { index in b[index][keyPath: key] })
        for match in SequenceDifference.matches(keys.0, keys.1) { pair(gap.a[match.a], gap.b[match.b], reason) }
    }

    /// Pairs what is alike: the best of all ways to pair a small gap, the best pair first in a large one.
    private mutating func assign(_ gap: Gap) {
        guard max(gap.a.count, gap.b.count) <= SessionAlignment.mostAssigned else { return assignGreedily(gap) }
        let scores = gap.a.map { left in gap.b.map { right in acceptable(score(left, right)) } }
        for (row, column) in Assignment.best(scores).enumerated() {
            guard let column, scores[row][column] > 0 else { continue }
            pair(gap.a[row], gap.b[column], .alike, score: scores[row][column])
        }
    }

    private func acceptable(_ score: Double) -> Double {
        score >= PairScore.threshold ? score : 0
    }

    /// How far from its own place in a large gap an exchange looks for its pair.
    private static let reach = 24

    private mutating func assignGreedily(_ gap: Gap) {
        var candidates: [AlignedPair] = []
        for (position, left) in gap.a.enumerated() {
            let center = position * gap.b.count / gap.a.count
            let range = max(0, center - SessionAlignment.reach)..<min(gap.b.count, center + SessionAlignment.reach + 1)
            for right in gap.b[range] {
                let score = acceptable(score(left, right))
                if score > 0 { candidates.append(AlignedPair(a: left, b: right, score: score, reason: .alike)) }
            }
        }
        candidates.sort { left, right in
            left.score == right.score ? (left.a, left.b) < (right.a, right.b) : left.score > right.score
        }
        for candidate in candidates where !isPairedA[candidate.a] && !isPairedB[candidate.b] {
            pair(candidate.a, candidate.b, .alike, score: candidate.score)
        }
    }
}
