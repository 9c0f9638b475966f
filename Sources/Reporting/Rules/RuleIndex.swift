public import Findings

/// Finds the rule that a user means: by its id or its name, in any case.
public struct RuleIndex: Sendable {
    private let rules: [RuleDescriptor]

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
    ///   it; none where none is like it.
    public func closest(to word: String, count: Int = 3) -> [RuleDescriptor] {
        let spelling = Spelling(word)
        let ranked = rules.enumerated().compactMap { position, rule in
            RuleIndex.names(of: rule).compactMap(spelling.distance).min().map { distance in
                (distance: distance, position: position, rule: rule)
            }
        }
        let sorted = ranked.sorted { left, right in
            (left.distance, left.position) < (right.distance, right.position)
        }
        return sorted.prefix(count).map(\.rule)
    }

    /// What is said of a word that is no rule's: which it is like, else where they are listed.
    public func advice(for word: String) -> String {
        let closest = closest(to: word).map(\.id).joined(separator: ", ")
        return closest.isEmpty ? "'unspool rules' lists them" : "the closest are \(closest)"
    }

    private static func names(of rule: RuleDescriptor) -> [String] {
        [rule.id.lowercased(), rule.name]
    }
}
