/// Pairs each exchange of a session with the earlier one whose conversation it goes on with.
///
/// That is the one with the longest prompt that its own begins with, and of several the last; one of the same API, path
/// and model goes before others. Without such a one it is the last with the same first turn, unless that has more turns: then
/// the conversation was edited on the way, and with fewer it began anew.
struct GrowthAlignment {
    /// The last exchange with a prompt, by the digest of its turns; where one API, path and model count, of these too.
    private var byPrompt: [ContentHash: Int] = [:]

    /// The last exchange with a first turn, by its key.
    private var bySession: [ContentHash: Int] = [:]

    /// The pairs, by the position of the later exchange.
    static func pairs(_ exchanges: [ExchangeDigest]) -> [AlignedPair] {
        var alignment = GrowthAlignment()
        return exchanges.enumerated().compactMap { index, digest in
            guard digest.hasTurns else { return nil }
            return alignment.earlier(than: index, digest, exchanges).map { earlier, reason in
                AlignedPair(a: earlier, b: index, score: PairScore.unplaced(exchanges[earlier], digest), reason: reason)
            }
        }
    }

    /// The exchange that one goes on from, which is then known itself.
    private mutating func earlier(
        than index: Int, _ digest: ExchangeDigest, _ exchanges: [ExchangeDigest]
    ) -> (Int, PairReason)? {
        let own = GrowthAlignment.prefixes(of: digest.turns, behind: digest.sessionKey)
        let any = GrowthAlignment.prefixes(of: digest.turns, behind: nil)
        defer {
            for whole in [own.last, any.last].compactMap({ prefix in prefix }) { byPrompt[whole] = index }
            bySession[digest.sessionKey] = index
        }
        for prefixes in [own, any] {
            for prefix in prefixes.reversed() {
                if let earlier = byPrompt[prefix] { return (earlier, .goesOn) }
            }
        }
        return bySession[digest.sessionKey].flatMap { earlier in
            exchanges[earlier].turns.count <= digest.turns.count ? (earlier, .sameStart) : nil
        }
    }

    /// The digests of the first turn, of the first two, and so on, each with what stands before all of them.
    private static func prefixes(of turns: [ContentHash], behind start: ContentHash?) -> [ContentHash] {
        var prefixes: [ContentHash] = []
        for turn in turns {
            var hasher = ContentHasher()
            if let last = prefixes.last ?? start { hasher.append(last) }
            hasher.append(turn)
            prefixes.append(hasher.finish())
        }
        return prefixes
    }
}
