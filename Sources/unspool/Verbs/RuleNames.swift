internal import ArgumentParser
internal import Findings
internal import Reporting

/// What `--rules` and `--disable` take: ids, names or patterns of them, with commas between.
struct RuleNames: ExpressibleByArgument {
    /// The patterns, one at least.
    let patterns: [RulePattern]

    /// Reads patterns; nil where one is empty.
    init?(argument: String) {
        let pieces = argument.split(separator: ",", omittingEmptySubsequences: false)
        guard !pieces.contains(where: \.isEmpty) else { return nil }
        patterns = pieces.map { piece in RulePattern(String(piece)) }
    }

    /// Says which rules are like one that there is not, and ends with 2.
    ///
    /// A rule that is misspelled would count, or would not, without anybody knowing.
    static func check(_ patterns: [RulePattern], from source: String) throws {
        let rules = RuleCatalog.descriptors
        for pattern in patterns where !rules.contains(where: pattern.matches) {
            let advice = RuleIndex(rules).advice(for: pattern.description)
            Diagnostics().report(
                "\(source): expected the id or the name of a rule, found '\(pattern)'; \(advice)")
            throw ExitCode(2)
        }
    }
}
