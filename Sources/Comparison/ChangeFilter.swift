internal import Findings

/// Chooses the differences that are told.
public struct ChangeFilter: Sendable {
    /// The areas that are told of; nil for all.
    public var areas: Set<Change.Area>?

    /// What is left out.
    private let ignored: [FilterPattern]

    /// Creates a filter; unless told otherwise, it lets everything through.
    ///
    /// - Parameters:
    ///   - areas: the areas that are told of; nil for all.
    ///   - ignored: what is left out: an area, a path, or a path behind its area and a dot (`headers.user-agent`), each
    ///     with all below it; `*` stands for any text, `?` for a character, and case does not count.
    public init(areas: Set<Change.Area>? = nil, ignored: [String] = []) {
        self.areas = areas
        self.ignored = ignored.map { text in FilterPattern(text) }
    }

    /// Whether a difference is told.
    func tells(_ change: Change) -> Bool {
        guard areas?.contains(change.area) ?? true else { return false }
        let area = change.area.rawValue
        return !ignored.contains { pattern in
            [area, change.path, "\(area).\(change.path)"].contains { text in
                pattern.matches(text) { byte in byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[") }
            }
        }
    }

    /// Takes what is not told out of a pair.
    func apply(to pair: inout PairComparison) {
        guard areas != nil || !ignored.isEmpty else { return }
        var positions: [Int: Int] = [:]
        var kept: [Change] = []
        for (index, change) in pair.changes.enumerated() where tells(change) {
            positions[index] = kept.count
            kept.append(change)
        }
        pair.changes = kept
        for index in pair.turns.indices {
            pair.turns[index].change = pair.turns[index].change.flatMap { change in positions[change] }
        }
        if !kept.contains(where: { change in change.area == .conversation || change.area == .images }) {
            pair.turns = []
        }
    }
}
