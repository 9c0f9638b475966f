/// Pairs each exchange of a session with the earlier one whose conversation it goes on with: the last whose whole prompt
/// it begins with, else the last with the same first turn, which was edited on the way.
enum GrowthAlignment {
    /// The pairs, by the position of the later exchange.
    static func pairs(_ exchanges: [ExchangeDigest]) -> [AlignedPair] {
        var byPrompt: [ContentHash: Int] = [:]
        var bySession: [ContentHash: Int] = [:]
        var pairs: [AlignedPair] = []
        for (index, digest) in exchanges.enumerated() where digest.isConversation && !digest.turns.isEmpty {
            let prefixes = prefixes(of: digest.turns)
            if let earlier = prefixes.reversed().lazy.compactMap({ prefix in byPrompt[prefix] }).first {
                pairs.append(pair(earlier, index, .goesOn, exchanges))
            } else if let earlier = bySession[digest.sessionKey] {
                pairs.append(pair(earlier, index, .sameStart, exchanges))
            }
            if let whole = prefixes.last { byPrompt[whole] = index }
            bySession[digest.sessionKey] = index
        }
        return pairs
    }

    /// The digests of the first turn, of the first two, and so on.
    private static func prefixes(of turns: [ContentHash]) -> [ContentHash] {
        var prefixes: [ContentHash] = []
        for turn in turns {
            var hasher = ContentHasher()
            if let last = prefixes.last { hasher.append(last) }
            hasher.append(turn)
            prefixes.append(hasher.finish())
        }
        return prefixes
    }

    private static func pair(
        _ earlier: Int, _ later: Int, _ reason: PairReason, _ exchanges: [ExchangeDigest]
    ) -> AlignedPair {
        let score = PairScore(positions: (0, 0)).score(exchanges[earlier], exchanges[later])
        return AlignedPair(a: earlier, b: later, score: score, reason: reason)
    }
}
