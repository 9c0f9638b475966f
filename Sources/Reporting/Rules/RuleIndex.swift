public import Findings

/// Finds the rule that a user means: by its id or its name, in any case.
public struct RuleIndex: Sendable {
    private let rules: [RuleDescriptor]

    /// How many characters of a word are compared at most: time grows with their number times that of a name's.
    private static let comparedCount = 64

    /// Creates an index over rules.
    public init(_ rules: [RuleDescriptor]) {
        self.rules = rules
    }

    /// The rule of this id or name, or nil when there is none.
    public func rule(_ word: String) -> RuleDescriptor? {
        let wanted = word.lowercased()
        return rules.first { rule in RuleIndex.names(of: rule).contains(wanted) }
    }

    /// The rules whose id or name is most like a word.
    ///
    /// - Parameters:
    ///   - word: any text; characters beyond the 64th do not count.
    ///   - count: the most rules that are wanted.
    /// - Returns: the rules, first those that have the word in their id or name, then those that are spelled most like
    ///   it.
    public func closest(to word: String, count: Int = 3) -> [RuleDescriptor] {
        let wanted = String(word.lowercased().prefix(RuleIndex.comparedCount))
        let ranked = rules.enumerated().map { rule in
            let distances = RuleIndex.names(of: rule.element).map { name in
                name.contains(wanted) ? 0 : RuleIndex.distance(from: Array(wanted.utf8), to: Array(name.utf8))
            }
            return (distance: distances.min() ?? 0, position: rule.offset, rule: rule.element)
        }
        let sorted = ranked.sorted { left, right in
            (left.distance, left.position) < (right.distance, right.position)
        }
        return sorted.prefix(count).map(\.rule)
    }

    private static func names(of rule: RuleDescriptor) -> [String] {
        [rule.id.lowercased(), rule.name]
    }

    /// How many bytes have to be put in, left out or replaced to make one text the other.
    ///
    /// Wagner and Fischer, "The string-to-string correction problem", 1974
    private static func distance(from word: [UInt8], to name: [UInt8]) -> Int {
        var row = Array(0...name.count)
        for (line, byte) in word.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in name.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[name.count]
    }
}
