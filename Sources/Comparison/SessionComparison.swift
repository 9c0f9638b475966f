internal import CaptureReading
public import Findings

/// Two sessions side by side: the exchanges of both, paired, and what differs in each pair.
///
/// It is made in two steps. The sessions are read and aligned; then the exchanges of those pairs that are not the same in
/// everything are handed in once more, pair by pair, as `readings` says.
public struct SessionComparison: Sendable {
    /// The first session.
    public let a: Session

    /// The second session.
    public let b: Session

    /// What is compared.
    public let options: ComparisonOptions

    /// Every exchange of both sessions, once, in the order of both; where not the sessions are compared, the pairs alone.
    public private(set) var pairs: [PairComparison]

    /// The position of each pair that has to be read again, with the positions of its exchanges; in rounds, in each of
    /// which both captures can be read from their beginning to their end.
    public let readings: [[Reading]]

    private let answers: (a: [ContentHash: Int], b: [ContentHash: Int])

    /// A pair that has to be read again.
    public struct Reading: Sendable {
        /// The position of the pair.
        public let pair: Int

        /// The position of its exchange in the first session.
        public let a: Int

        /// The position of its exchange in the second session.
        public let b: Int
    }

    /// How often both captures are read again at most: more is needed only where hundreds of exchanges that differ stand
    /// in another order.
    private static let mostRounds = 8

    /// Pairs the exchanges of two sessions.
    public init(_ a: Session, _ b: Session, options: ComparisonOptions) {
        self.a = a
        self.b = b
        self.options = options
        answers = (a.answers, b.answers)
        let aligned = SessionComparison.aligned(a, b, options)
        let followers = SessionComparison.followers(in: aligned)
        var rows: [PairComparison] = []
        var readings: [Reading] = []
        for row in SessionComparison.rows(aligned, a.exchanges, b.exchanges, options.scope) {
            var pair = PairComparison(
                a: row.a.map { index in a.exchanges[index] }, b: row.b.map { index in b.exchanges[index] })
            pair.score = row.pair?.score
            pair.reason = row.pair?.reason
            pair.isMoved = row.pair?.isMoved ?? false
            if pair.isMoved, let position = row.a {
                pair.movedFromBefore = followers[position].map { next in a.exchanges[next].summary.number }
            }
            if let first = row.a, let second = row.b, pair.a?.fingerprint != pair.b?.fingerprint {
                readings.append(Reading(pair: rows.count, a: first, b: second))
            }
            rows.append(pair)
        }
        let rounds = SessionComparison.rounds(of: readings)
        self.readings = rounds.taken
        for reading in rounds.left { rows[reading.pair].isUnread = true }
        pairs = rows
    }

    private static func aligned(_ a: Session, _ b: Session, _ options: ComparisonOptions) -> [AlignedPair] {
        switch options.scope {
        case .sessions: return SessionAlignment.pairs(a.exchanges, b.exchanges, mode: options.mode)
        case .growth: return GrowthAlignment.pairs(a.exchanges)
        case .pair(let numberA, let numberB):
            guard let first = a.exchanges.firstIndex(where: { exchange in exchange.summary.number == numberA }),
                let second = b.exchanges.firstIndex(where: { exchange in exchange.summary.number == numberB })
            else { return [] }
            let score = PairScore.unplaced(a.exchanges[first], b.exchanges[second])
            return [AlignedPair(a: first, b: second, score: score, reason: .chosen)]
        }
    }

    /// For each pair that was moved, by its position in the first session, that of the next pair there that was not.
    private static func followers(in pairs: [AlignedPair]) -> [Int: Int] {
        var followers: [Int: Int] = [:]
        var next: Int?
        for pair in pairs.reversed() {
            if pair.isMoved { followers[pair.a] = next } else { next = pair.a }
        }
        return followers
    }

    /// Compares a pair that is read again; returns it as it is kept.
    @discardableResult
    public mutating func compare(_ reading: Reading, _ first: InspectedExchange, _ second: InspectedExchange)
        -> PairComparison
    {
        PairComparator.compare(
            ComparedExchange(first, hosts: options.hosts), ComparedExchange(second, hosts: options.hosts),
            answers: answers, isSameFormat: a.capture.format == b.capture.format, isGrowth: options.scope == .growth,
            into: &pairs[reading.pair])
        options.filter.apply(to: &pairs[reading.pair])
        return pairs[reading.pair]
    }

    /// The numbers of the exchanges that begin a conversation, where it is compared how those of one session grew.
    public var beginnings: [Int] {
        guard options.scope == .growth else { return [] }
        let later = Set(pairs.compactMap { pair in pair.b?.summary.number })
        return a.exchanges.filter(\.hasTurns).map(\.summary.number).filter { number in !later.contains(number) }
    }

    // MARK: Order

    private struct Row {
        var a: Int?
        var b: Int?
        var pair: AlignedPair?
    }

    /// Every exchange once: between two pairs of the frame first what is left of the first session and what was moved,
    /// then what is left of the second.
    private static func rows(
        _ pairs: [AlignedPair], _ a: [ExchangeDigest], _ b: [ExchangeDigest], _ scope: ComparisonOptions.Scope
    ) -> [Row] {
        guard case .sessions = scope else { return pairs.map { pair in Row(a: pair.a, b: pair.b, pair: pair) } }
        let byA = Dictionary(pairs.map { pair in (pair.a, pair) }) { first, _ in first }
        let paired = Set(pairs.map(\.b))
        var rows: [Row] = []
        var next = 0
        func addRest(of end: Int) {
            for index in next..<max(next, end) where !paired.contains(index) { rows.append(Row(b: index)) }
            next = max(next, end)
        }
        for index in a.indices {
            let pair = byA[index]
            if let pair, !pair.isMoved {
                addRest(of: pair.b)
                next = pair.b + 1
            }
            rows.append(Row(a: index, b: pair?.b, pair: pair))
        }
        addRest(of: b.count)
        return rows
    }

    /// Takes what can be read at once, again and again.
    private static func rounds(of readings: [Reading]) -> (taken: [[Reading]], left: [Reading]) {
        var left = readings.sorted { first, second in first.a < second.a }
        var taken: [[Reading]] = []
        while !left.isEmpty, taken.count < mostRounds {
            let run = Set(IncreasingRun.positions(in: left.map(\.b)))
            taken.append(left.indices.filter(run.contains).map { index in left[index] })
            left = left.indices.filter { index in !run.contains(index) }.map { index in left[index] }
        }
        return (taken, left)
    }
}

extension SessionComparison {
    /// How many pairs there are of each kind.
    public struct Summary: Hashable, Sendable {
        /// The pairs.
        public var pairs = 0

        /// The exchanges that only the first session has.
        public var onlyA = 0

        /// The exchanges that only the second session has.
        public var onlyB = 0

        /// The pairs that stand in another order.
        public var moved = 0

        /// The pairs in which something differs.
        public var changed = 0

        /// The differences that loosen a filter.
        public var loosened = 0

        /// Whether the sessions are the same.
        public var isSame: Bool { onlyA + onlyB + moved + changed == 0 }
    }

    /// How many pairs there are of each kind, once all have been read.
    public var summary: Summary {
        pairs.reduce(into: Summary()) { summary, pair in
            switch pair.state {
            case .onlyA: summary.onlyA += 1
            case .onlyB: summary.onlyB += 1
            case .same, .changed, .moved: summary.pairs += 1
            }
            summary.moved += pair.state == .moved ? 1 : 0
            summary.changed += pair.isChanged ? 1 : 0
            summary.loosened += pair.changes.count { change in change.isLoosened }
        }
    }
}
