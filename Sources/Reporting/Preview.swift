/// The beginning of a text in one line, and how much of it is left out.
struct Preview {
    /// The beginning, its white space made single spaces; it ends with an ellipsis where something is left out.
    let text: String

    /// The characters (Unicode scalars) that are left out.
    let hidden: Int

    /// Shortens a text to at most so many columns, counted as it will be escaped.
    init(of whole: String, columns: Int) {
        let scalars = whole.unicodeScalars
        var shown = ""
        var used = 0
        var taken = 0
        var pendingSpace = false
        for cluster in whole {
            if cluster.isWhitespace {
                pendingSpace = !shown.isEmpty
                taken += cluster.unicodeScalars.count
                continue
            }
            let width = SafeText.width(of: SafeText.escape(String(cluster))) + (pendingSpace ? 1 : 0)
            if used + width > columns {
                (text, hidden) = Preview.cut(
                    shown, taken: taken - (pendingSpace ? 1 : 0), used: used, columns: columns, of: scalars.count)
                return
            }
            shown += pendingSpace ? " \(cluster)" : "\(cluster)"
            used += width
            taken += cluster.unicodeScalars.count
            pendingSpace = false
        }
        text = shown
        hidden = 0
    }

    /// Makes room for the ellipsis and counts what is left out.
    private static func cut(_ shown: String, taken: Int, used: Int, columns: Int, of count: Int) -> (String, Int) {
        var kept = shown
        var taken = taken
        var used = used
        while used >= columns, let last = kept.popLast() {
            used -= SafeText.width(of: SafeText.escape(String(last)))
            taken -= last.unicodeScalars.count
        }
        return (kept + "…", count - taken)
    }
}
