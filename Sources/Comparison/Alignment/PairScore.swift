/// How alike two exchanges are, from 0 to 1.
struct PairScore {
    /// Below this two exchanges are no pair.
    static let threshold = 0.35

    /// How far along its session each exchange stands, from 0 to 1.
    let positions: (a: Double, b: Double)

    /// The score of two exchanges whose places in their sessions say nothing.
    static func unplaced(_ a: ExchangeDigest, _ b: ExchangeDigest) -> Double {
        PairScore(positions: (0, 0)).score(a, b)
    }

    /// The score: half of it for the turns that both have, a fifth each for the route and for the settings, a tenth for
    /// the order.
    func score(_ a: ExchangeDigest, _ b: ExchangeDigest) -> Double {
        let order = 1 - abs(positions.a - positions.b)
        guard a.isConversation, b.isConversation else {
            // Without turns the route has to say it; a conversation and something else are never a pair.
            guard a.isConversation == b.isConversation, a.route == b.route else { return 0 }
            return a.exactKey == b.exactKey ? 1 : 0.5 + 0.3 * (a.bodyKey == b.bodyKey ? 1 : 0) + 0.1 * order
        }
        let route = a.route == b.route ? 1.0 : 0.3
        return 0.5 * PairScore.turns(a, b) + 0.2 * route + 0.2 * PairScore.jaccard(a.settings, b.settings)
            + 0.1 * order
    }

    /// The share of turns that both have, those that stand there several times counted as often.
    private static func turns(_ a: ExchangeDigest, _ b: ExchangeDigest) -> Double {
        guard !a.turns.isEmpty || !b.turns.isEmpty else { return a.bodyKey == b.bodyKey ? 1 : 0 }
        guard a.turns != b.turns else { return 1 }
        var counts: [ContentHash: Int] = [:]
        for turn in a.turns { counts[turn, default: 0] += 1 }
        var common = 0
        for turn in b.turns {
            guard let count = counts[turn], count > 0 else { continue }
            counts[turn] = count - 1
            common += 1
        }
        return Double(common) / Double(a.turns.count + b.turns.count - common)
    }

    private static func jaccard(_ a: Set<ContentHash>, _ b: Set<ContentHash>) -> Double {
        guard !a.isEmpty || !b.isEmpty else { return 1 }
        let common = a.count { element in b.contains(element) }
        return Double(common) / Double(a.count + b.count - common)
    }
}
