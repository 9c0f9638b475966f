/// A piece of a report.
///
/// There are few kinds, and a renderer knows nothing else: no dialect and no rule.
package enum Block: Sendable {
    /// Facts in one line, so many spaces apart, set in where `isSecond` says that they go on with what is above; a
    /// renderer breaks the line between two of them.
    case facts([Inline], gap: Int, isSecond: Bool = false)

    /// Items one behind the other, with dots between them.
    case items([Inline])

    /// A titled part.
    case section(Section)

    /// The turns of a conversation.
    case turns([Turn])

    /// Rows whose columns line up.
    case rows(Rows)

    /// A remark in words.
    case remark(Inline)

    /// A command in a line that is never broken, so that it can be copied.
    case command(Inline)

    /// Captured text with its lines.
    case verbatim(String)

    /// An empty line.
    case gap
}

/// A titled part of a report.
package struct Section: Sendable {
    /// The title.
    package var title: String

    /// What the part comes to, in the title's line.
    package var lead: [Inline]

    /// The spaces between the pieces of the lead.
    package var gap: Int

    /// A remark at the end of the title's line.
    package var aside: Inline?

    /// What follows.
    package var blocks: [Block]

    /// Creates a part.
    package init(_ title: String, lead: [Inline] = [], gap: Int = 3, aside: Inline? = nil, _ blocks: [Block] = []) {
        self.title = title
        self.lead = lead
        self.gap = gap
        self.aside = aside
        self.blocks = blocks
    }
}

/// Rows whose columns line up; the last column is broken under itself where it is too long.
package struct Rows: Sendable {
    /// The rows; the first is a heading where `hasHeading` says so.
    package var cells: [[Inline]]

    /// Whether the first row names the columns.
    package var hasHeading: Bool

    /// The columns that stay free at the left.
    package var indent: Int

    /// The spaces behind each column; the last number holds for all further ones.
    package var gaps: [Int]

    /// The columns that are shortened where the rows are wider than a line.
    package var flexible: [Int]

    /// Creates rows.
    package init(
        _ cells: [[Inline]], hasHeading: Bool = false, indent: Int = 3, gaps: [Int] = [2], flexible: [Int] = []
    ) {
        self.cells = cells
        self.hasHeading = hasHeading
        self.indent = indent
        self.gaps = gaps
        self.flexible = flexible
    }

    /// The spaces behind a column.
    func gap(behind column: Int) -> Int {
        gaps.isEmpty ? 0 : gaps[min(column, gaps.count - 1)]
    }
}
