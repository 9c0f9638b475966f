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
        pieces += rule.flagged.map { capture in "\nFlagged:\n\n\(fenced(capture))" }
        pieces += rule.clean.map { capture in "\nNot flagged:\n\n\(fenced(capture))" }
        return pieces.joined()
    }

    /// What GitHub makes of the heading of a rule.
    private static func anchor(of rule: RuleDescriptor) -> String { "\(rule.id.lowercased())-\(rule.name)" }

    /// A capture as a block of code; no capture ends its fence, which is longer than any run of backticks in it.
    private static func fenced(_ capture: String) -> String {
        var longest = 2
        var run = 0
        for byte in capture.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let lineEnd = capture.hasSuffix("\n") ? "" : "\n"
        return "\(fence)http\n\(SafeText.escape(capture, allowingLines: true))\(lineEnd)\(fence)\n"
    }

    /// A sentence in which nothing is a sign of Markdown.
    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in SafeText.escape(text).utf8 {
            if RuleManualMarkdown.signs.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let signs = Set("\\`*_[]<>|".utf8)
}
