public import Findings

/// The manual of rules in Markdown: a heading a family, a section a rule with its examples.
public struct RuleManualMarkdown {
    /// The lines, each with a line feed at its end.
    public let text: String

    /// Writes the manual of rules.
    ///
    /// - Parameter rules: the rules; within a family they keep their order.
    public init(of rules: [RuleDescriptor]) {
        let families = Dictionary(grouping: rules) { rule in RuleFamily(ofRule: rule.id) }
        var pieces = ["# Rules\n\nWhat findings come from: each rule with its reasons and examples.\n"]
        for family in RuleFamily.allCases.map(Optional.some) + [nil] {
            guard let rules = families[family] else { continue }
            let name = family.map { family in "\(family)" } ?? "others"
            pieces.append("\n## \(name.prefix(1).uppercased() + name.dropFirst())\n")
            pieces.append("\n| rule | severity | finds |\n|--|--|--|\n")
            pieces += rules.map { rule in
                "| [\(rule.id)](#\(RuleManualMarkdown.anchor(of: rule))) `\(rule.name)` | \(rule.severity.rawValue) | \(RuleManualMarkdown.escaped(rule.summary)) |\n"
            }
            for rule in rules {
                pieces.append("\n### \(rule.id) \(rule.name)\n\n")
                pieces.append(RuleManualMarkdown.section(of: rule, examples: true))
            }
        }
        text = pieces.joined()
    }

    /// What a rule finds, why that matters, where to read more, and its examples where they are wanted.
    static func section(of rule: RuleDescriptor, examples: Bool) -> String {
        var pieces = ["\(escaped(rule.summary)) \(escaped(rule.why))\n"]
        if !rule.references.isEmpty { pieces.append("\n") }
        pieces += rule.references.map { reference in
            "- \(reference.hasPrefix("http") ? "<\(reference)>" : escaped(reference))\n"
        }
        guard examples else { return pieces.joined() }
        pieces += rule.flagged.map { capture in "\nFlagged:\n\n\(MarkdownText.block(capture, language: "http"))" }
        pieces += rule.clean.map { capture in "\nNot flagged:\n\n\(MarkdownText.block(capture, language: "http"))" }
        return pieces.joined()
    }

    /// What GitHub makes of the heading of a rule.
    private static func anchor(of rule: RuleDescriptor) -> String { "\(rule.id.lowercased())-\(rule.name)" }

    /// A sentence in which nothing is a sign of Markdown.
    private static func escaped(_ text: String) -> String {
        MarkdownText.escaping("\\`*_[]<>|", in: SafeText.escape(text))
    }
}
