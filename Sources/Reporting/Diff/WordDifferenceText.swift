internal import Comparison
internal import Findings

/// The difference of two texts in a few lines: what was taken out between `[-` and `-]`, what was put in between `{+` and
/// `+}`, and as much around it as shows where it is.
struct WordDifferenceText {
    /// The line.
    let inline: Inline

    /// The most characters of a stretch that is the same, of one that differs, and of the whole.
    private static let mostSame = 40
    private static let mostChanged = 160
    private static let most = 800

    /// Takes a difference of texts from which secrets have been taken.
    init(_ difference: WordDifference) {
        var inline = Inline("")
        var count = 0
        let pieces = difference.pieces
        for (index, piece) in pieces.enumerated() {
            guard count < WordDifferenceText.most else {
                let left = pieces[index...].count { piece in piece.kind != .same }
                if left > 0 { inline = inline + Inline(" [\(Wording.count(left, "change")) more]", .faint) }
                break
            }
            let text = WordDifferenceText.onOneLine(piece.text)
            switch piece.kind {
            case .same:
                let isFirst = index == 0
                let isLast = index == pieces.count - 1
                inline = inline + WordDifferenceText.context(text, isFirst: isFirst, isLast: isLast)
            case .removed: inline = inline + WordDifferenceText.change("[-", text, "-]", .severity(.high))
            case .added: inline = inline + WordDifferenceText.change("{+", text, "+}", .good)
            }
            count += min(text.unicodeScalars.count, WordDifferenceText.mostChanged)
        }
        self.inline = inline
    }

    /// The beginning and the end of what is the same; at the ends of the text only what is next to a change.
    private static func context(_ text: String, isFirst: Bool, isLast: Bool) -> Inline {
        let scalars = text.unicodeScalars
        guard scalars.count > mostSame else { return Inline(text) }
        let half = mostSame / 2
        let head = isFirst ? "" : String(scalars.prefix(half))
        let tail = isLast ? "" : String(scalars.suffix(half))
        return Inline(head) + Inline.ellipsis + Inline(tail)
    }

    private static func change(_ open: String, _ text: String, _ close: String, _ style: Inline.Style) -> Inline {
        let scalars = text.unicodeScalars
        guard scalars.count > mostChanged else { return Inline(open + text + close, style) }
        let half = mostChanged / 2
        return Inline(open + String(scalars.prefix(half)), style) + Inline.ellipsis
            + Inline(String(scalars.suffix(half)) + close, style)
    }

    /// The text with a space for each line break and tab.
    private static func onOneLine(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            line.unicodeScalars.append(["\n", "\r", "\t"].contains(scalar) ? " " : scalar)
        }
        return line
    }
}
