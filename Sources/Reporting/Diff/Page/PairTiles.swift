internal import Comparison
internal import Findings

/// Turns, tokens and time of a pair at a glance: what is known of both of its sides.
struct PairTiles {
    private let pair: PairComparison

    /// Takes a pair.
    init(_ pair: PairComparison) {
        self.pair = pair
    }

    /// The tiles; none where an exchange stands alone.
    var tiles: [Article.Tile] {
        guard let a = pair.a, let b = pair.b else { return [] }
        var turns = PairTiles.tile("Turns", a.summary.turns, b.summary.turns) { count in "\(count)" }
        if a.summary.turns != b.summary.turns || edits > 0 {
            turns?.note = edits > 0 ? Inline("\(edits) not the same") : ""
        }
        let input = PairTiles.tile("Input tokens", a.inputTokens, b.inputTokens) { count in count.grouped }
        let output = PairTiles.tile("Output tokens", a.outputTokens, b.outputTokens) { count in count.grouped }
        let times = [a, b].map { digest in
            digest.summary.duration.map { time in Int(min(max(time, 0), 1e12).rounded()) }
        }
        let time = PairTiles.tile("Time", times[0], times[1]) { time in Wording.duration(milliseconds: time) }
        return [turns, input, output, time].compactMap { tile in tile }
    }

    /// How many turns are not the same.
    private var edits: Int { pair.turns.count { row in row.relation != .same } }

    /// Both sides of a measure, once where they are the same; nil where neither is known.
    private static func tile(_ label: String, _ from: Int?, _ to: Int?, _ words: (Int) -> String) -> Article.Tile? {
        guard from != nil || to != nil else { return nil }
        let sides = [from, to].map { side in side.map(words) ?? "?" }
        guard from != to else { return Article.Tile(label, Inline(sides[0]), "same on both sides") }
        return Article.Tile(
            label, Inline(sides.joined(separator: " → ")), Inline(DiffRow.percent(from, to) ?? ""))
    }
}
