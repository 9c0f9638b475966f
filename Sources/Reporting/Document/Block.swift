/// A piece of a report.
///
/// There are few kinds, and a renderer knows nothing else: no dialect and no rule.
public enum Block: Sendable {
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

    /// Captured text with its lines.
    case verbatim(String)

    /// An empty line.
    case gap
}

/// A titled part of a report.
public struct Section: Sendable {
    /// The title.
    public var title: String

    /// What the part comes to, in the title's line.
    public var lead: [Inline]

    /// The spaces between the pieces of the lead.
    public var gap: Int

    /// A remark at the end of the title's line.
    public var aside: Inline?

    /// What follows.
    public var blocks: [Block]

    /// Creates a part.
    public init(_ title: String, lead: [Inline] = [], gap: Int = 3, aside: Inline? = nil, _ blocks: [Block] = []) {
        self.title = title
        self.lead = lead
        self.gap = gap
        self.aside = aside
        self.blocks = blocks
    }
}

/// Rows whose columns line up; the last column is broken under itself where it is too long.
public struct Rows: Sendable {
    /// The rows; the first is a heading where `hasHeading` says so.
    public var cells: [[Inline]]

    /// Whether the first row names the columns.
    public var hasHeading: Bool

    /// The columns that stay free at the left.
    public var indent: Int

    /// The spaces behind each column; the last number holds for all further ones.
    public var gaps: [Int]

    /// Creates rows.
    public init(_ cells: [[Inline]], hasHeading: Bool = false, indent: Int = 3, gaps: [Int] = [2]) {
        self.cells = cells
        self.hasHeading = hasHeading
        self.indent = indent
        self.gaps = gaps
    }
}
