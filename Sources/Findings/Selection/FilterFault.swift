/// Why a text is no filter.
public struct FilterFault: Error, Hashable, Sendable {
    /// What was expected.
    public let expected: String

    /// What was found, quoted where it is part of the text.
    public let found: String

    /// Where: the column of the first character that does not fit, from 1.
    public let column: Int
}

extension FilterFault: CustomStringConvertible {
    /// A sentence: what was expected, what was found, and at which column.
    public var description: String { "expected \(expected), found \(found) at column \(column)" }
}
