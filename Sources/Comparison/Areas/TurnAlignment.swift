internal import JSONReading

/// Pairs the turns of two conversations: those that are the same, and between them those that were edited.
struct TurnAlignment {
    /// A row: the turn of each side, or of one alone.
    struct Row {
        /// The turn of the first side.
        var a: ComparedTurn?

        /// The turn of the second side.
        var b: ComparedTurn?
    }

    /// The rows, in the order of both sides.
    let rows: [Row]

    /// The most turns of a gap on either side that are all compared with each other.
    private static let mostCompared = 48

    /// Pairs the turns; both directions give the same rows.
    init(_ a: [ComparedTurn], _ b: [ComparedTurn]) {
        let keys = (a.map(\.hash), b.map(\.hash))
        let isTurned = keys.1.lexicographicallyPrecedes(keys.0)
        let rows = isTurned ? TurnAlignment.rows(b, a, keys.1, keys.0) : TurnAlignment.rows(a, b, keys.0, keys.1)
        self.rows = isTurned ? rows.map { row in Row(a: row.b, b: row.a) } : rows
    }

    private static func rows(
        _ a: [ComparedTurn], _ b: [ComparedTurn], _ keysA: [ContentHash], _ keysB: [ContentHash]
    ) -> [Row] {
        var rows: [Row] = []
        var position = (a: 0, b: 0)
        for match in SequenceDifference.matches(keysA, keysB) {
            rows += edited(a[position.a..<match.a], b[position.b..<match.b])
            rows.append(Row(a: a[match.a], b: b[match.b]))
            position = (match.a + 1, match.b + 1)
        }
        return rows + edited(a[position.a...], b[position.b...])
    }

    /// Pairs turns of one role in a gap so that those stand together that have most words in common.
    private static func edited(_ a: ArraySlice<ComparedTurn>, _ b: ArraySlice<ComparedTurn>) -> [Row] {
        guard !a.isEmpty, !b.isEmpty, max(a.count, b.count) <= mostCompared else {
            return a.map { turn in Row(a: turn, b: nil) } + b.map { turn in Row(a: nil, b: turn) }
        }
        let first = a.map(Vocabulary.init)
        let second = b.map(Vocabulary.init)
        // The best sum of scores of the turns from a position on.
        var best = [[Double]](repeating: [Double](repeating: 0, count: second.count + 1), count: first.count + 1)
        for i in first.indices.reversed() {
            for j in second.indices.reversed() {
                let paired = first[i].likeness(to: second[j]).map { score in score + best[i + 1][j + 1] } ?? 0
                best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
            }
        }
        var rows: [Row] = []
        var i = 0
        var j = 0
        while i < first.count || j < second.count {
            let score = i < first.count && j < second.count ? first[i].likeness(to: second[j]) : nil
            if let score, best[i][j] == score + best[i + 1][j + 1] {
                rows.append(Row(a: a[a.startIndex + i], b: b[b.startIndex + j]))
                i += 1
                j += 1
            } else if i < first.count, j == second.count || best[i][j] == best[i + 1][j] {
                rows.append(Row(a: a[a.startIndex + i], b: nil))
                i += 1
            } else {
                rows.append(Row(a: nil, b: b[b.startIndex + j]))
                j += 1
            }
        }
        return rows
    }

    /// The words of a turn.
    private struct Vocabulary {
        private let role: String?
        private let words: Set<Substring>
        private let hash: ContentHash

        /// The most bytes of a turn that are looked at.
        private static let longest = 1 << 13

        init(_ turn: ComparedTurn) {
            role = turn.role
            hash = turn.words
            var words: Set<Substring> = []
            for piece in turn.pieces {
                let text: String
                switch piece.value {
                case .text(let captured):
                    text = String(decoding: captured.utf8.prefix(Vocabulary.longest), as: UTF8.self)
                case .json(let value, _):
                    text = String(decoding: value.rawBytes.prefix(Vocabulary.longest), as: UTF8.self)
                default: continue
                }
                for word in WordDifference.words(of: text) where !word.isBlank { words.insert(word.text) }
            }
            self.words = words
        }

        /// How alike two turns are: a little for the role, the rest for the words; nil where roles differ.
        func likeness(to other: Vocabulary) -> Double? {
            guard role == other.role else { return nil }
            if hash == other.hash { return 1.125 }
            let common = words.count { word in other.words.contains(word) }
            let all = words.count + other.words.count - common
            return 0.125 + (all > 0 ? Double(common) / Double(all) : 0)
        }
    }
}
