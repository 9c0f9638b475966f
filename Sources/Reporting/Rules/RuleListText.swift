public import Findings

/// Rules as a list for people: a line for each, under the headings of their families.
public struct RuleListText {
    /// The lines, each with a line feed at its end.
    public let text: String

    /// Lists rules.
    ///
    /// - Parameters:
    ///   - rules: the rules; within a family they keep their order.
    ///   - options: how lines are laid out.
    public init(of rules: [RuleDescriptor], options: TextOptions) {
        let families = Dictionary(grouping: rules) { rule in RuleFamily(ofRule: rule.id) }
        var cells: [[Inline]] = []
        for family in RuleFamily.allCases.map(Optional.some) + [nil] {
            guard let rules = families[family] else { continue }
            if !cells.isEmpty { cells.append([""]) }
            cells.append([Inline(family?.title ?? "OTHERS", .strong)])
            cells += rules.map(RuleListText.row)
        }
        var renderer = TextRenderer(options)
        // One table for all, so that the columns of every family line up.
        renderer.render(.rows(Rows(cells, indent: 0)))
        text = renderer.text
    }

    private static func row(_ rule: RuleDescriptor) -> [Inline] {
        [
            Inline(rule.id), Inline(rule.severity.rawValue, .severity(rule.severity)), Inline(rule.name),
            Inline(rule.summary, .faint),
        ]
    }
}
