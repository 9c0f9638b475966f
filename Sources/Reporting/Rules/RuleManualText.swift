public import Findings

/// A rule explained to people: what it finds, why that matters, where to read more, and its examples.
public struct RuleManualText {
    /// The lines, each with a line feed at its end, safe for a terminal.
    ///
    /// The examples stand verbatim; what could act on a terminal in one is spelled out.
    public let text: String

    /// Explains a rule.
    public init(of rule: RuleDescriptor, options: TextOptions) {
        let heading = [
            Inline(rule.id, .strong), Inline(rule.name, .strong),
            Inline(rule.severity.rawValue, .severity(rule.severity)),
        ]
        var renderer = TextRenderer(options)
        renderer.render([.facts(heading, gap: 3), .gap])
        let facts = [("finds", rule.summary), ("because", rule.why)]
        let rows = facts.map { name, words in [Inline(name, .faint), Inline(words)] }
        renderer.render(.rows(Rows(rows, indent: 0)))
        // An address that was broken at the edge could not be followed.
        renderer.render([.gap, .section(Section("SEE", [.verbatim(rule.references.joined(separator: "\n"))]))])
        renderer.render(RuleManualText.examples(rule.flagged, title: "FLAGGED"))
        renderer.render(RuleManualText.examples(rule.clean, title: "NOT FLAGGED"))
        text = renderer.text
    }

    /// Captures with their lines, numbered where there are several.
    private static func examples(_ captures: [String], title: String) -> [Block] {
        captures.enumerated().flatMap { capture -> [Block] in
            let number = captures.count > 1 ? [Inline("\(capture.offset + 1) of \(captures.count)", .faint)] : []
            let lines = Block.verbatim(withoutLastLineEnds(capture.element))
            return [.gap, .section(Section(title, lead: number, [lines]))]
        }
    }

    /// A text up to the end of its last line that is not empty; behind it there is nothing to see.
    private static func withoutLastLineEnds(_ text: String) -> String {
        let last = text.utf8.lastIndex { byte in byte != UInt8(ascii: "\n") }
        return last.map { last in String(text[...last]) } ?? ""
    }
}
