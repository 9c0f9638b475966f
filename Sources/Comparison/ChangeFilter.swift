/// Chooses the differences that are told.
public struct ChangeFilter: Sendable {
    /// The areas that are told of; nil for all.
    public var areas: Set<Change.Area>?

    /// What is left out: an area, a path, or a path behind its area and a dot (`headers.user-agent`), each with all below
    /// it; `*` stands for any text.
    public var ignored: [String]

    /// Creates a filter; unless told otherwise, it lets everything through.
    public init(areas: Set<Change.Area>? = nil, ignored: [String] = []) {
        self.areas = areas
        self.ignored = ignored
    }

    /// Whether a difference is told.
    func tells(_ change: Change) -> Bool {
        guard areas?.contains(change.area) ?? true else { return false }
        let area = change.area.rawValue
        return !ignored.contains { pattern in
            [area, change.path, "\(area).\(change.path)"].contains { text in
                ChangeFilter.matches(Array(text.utf8)[...], Array(pattern.utf8)[...])
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

    /// Whether a path, or a beginning of it that ends before a `.` or a `[`, is what a pattern says; each star takes as
    /// little as it can, so the time is linear in the path for each star.
    private static func matches(_ path: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        var path = path
        let pieces = pattern.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = pieces.first, path.starts(with: first) else { return false }
        path = path.dropFirst(first.count)
        for piece in pieces.dropFirst() where !piece.isEmpty {
            guard let end = end(of: piece, in: path) else { return false }
            path = path[end...]
        }
        if pieces.count > 1, pieces.last?.isEmpty == true { return true }
        return path.isEmpty || path.first == UInt8(ascii: ".") || path.first == UInt8(ascii: "[")
    }

    /// Where the first occurrence of a piece ends.
    private static func end(of piece: ArraySlice<UInt8>, in path: ArraySlice<UInt8>) -> Int? {
        guard path.count >= piece.count else { return nil }
        for start in path.startIndex...path.endIndex - piece.count where path[start...].starts(with: piece) {
            return start + piece.count
        }
        return nil
    }
}
