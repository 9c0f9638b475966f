internal import Comparison

/// A text of one side in which is marked what the other side does not have.
struct MarkedText: Hashable, Sendable {
    /// A stretch of it.
    enum Run: Hashable, Sendable {
        /// What both sides have.
        case same(String)

        /// What this side alone has.
        case changed(String)

        /// So many characters that are left out: both sides have them, or no page can hold them.
        case left(Int)
    }

    /// The stretches in order.
    private(set) var runs: [Run] = []

    /// What is shown, without its marks.
    var text: String {
        runs.map { run in
            switch run {
            case .same(let text), .changed(let text): text
            case .left: ""
            }
        }.joined()
    }

    /// The most characters of a stretch that is the same, before its middle is left out.
    private static let mostSame = 600

    /// Marks a whole text, of which the other side has nothing.
    init(allOf text: String) {
        append(.changed(text), isWhole: true)
    }

    private init() {}

    /// Marks what differs between two texts from which secrets have been taken, word by word.
    ///
    /// - Parameters:
    ///   - from: the text of the first side.
    ///   - to: the text of the second side.
    ///   - isWhole: whether nothing is left out of what is the same.
    /// - Returns: both texts.
    static func sides(from: String, to: String, isWhole: Bool) -> (from: MarkedText, to: MarkedText) {
        let (first, second) = (CutText(from), CutText(to))
        var sides = (from: MarkedText(), to: MarkedText())
        for piece in WordDifference(from: first.text, to: second.text).pieces {
            switch piece.kind {
            case .same:
                sides.from.append(.same(piece.text), isWhole: isWhole)
                sides.to.append(.same(piece.text), isWhole: isWhole)
            case .removed: sides.from.append(.changed(piece.text), isWhole: isWhole)
            case .added: sides.to.append(.changed(piece.text), isWhole: isWhole)
            }
        }
        if first.hidden > 0 { sides.from.runs.append(.left(first.hidden)) }
        if second.hidden > 0 { sides.to.runs.append(.left(second.hidden)) }
        return sides
    }

    private mutating func append(_ run: Run, isWhole: Bool) {
        guard case .same(let text) = run, !isWhole else {
            runs.append(run)
            return
        }
        let scalars = text.unicodeScalars
        let hidden = scalars.count - MarkedText.mostSame
        guard hidden > 0 else {
            runs.append(run)
            return
        }
        let half = MarkedText.mostSame / 2
        if !runs.isEmpty { runs.append(.same(String(scalars.prefix(half)))) }
        runs.append(.left(runs.isEmpty ? hidden + half : hidden))
        runs.append(.same(String(scalars.suffix(half))))
    }
}
