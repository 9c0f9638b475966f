internal import ArgumentParser
internal import Findings
internal import Reporting

/// `unspool rules [ID]`: the rules, or the manual of one.
struct RulesCommand: ParsableCommand {
    /// The forms of the list.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case markdown
    }

    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the rules that findings come from, or explain one with its examples.",
        usage: "unspool rules [ID] [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool rules
              unspool rules SEC001
              unspool rules credential-in-header --format json
              unspool rules --format markdown
            """)

    @Argument(
        help: ArgumentHelp("The id or the name of a rule, in any case (default: list them all).", valueName: "id"))
    var name: String?

    @Option(help: "The form: text, json, markdown (the manual).")
    var format = Format.text

    @OptionGroup var display: DisplayOptions

    /// Prints the rules; a rule that there is not ends with 2.
    func run() throws {
        let rules = RuleCatalog.descriptors
        let chosen = try name.map { name in try find(name, in: rules) }
        let destination = Destination()
        switch format {
        case .text:
            let options = display.textOptions(isVerbose: false, details: [], isFile: false)
            let manual = chosen.map { rule in RuleManualText(of: rule, options: options).text }
            destination.stream.write(Array((manual ?? RuleListText(of: rules, options: options).text).utf8))
        case .json:
            destination.stream.write(RulesJSON(of: chosen.map { rule in [rule] } ?? rules).bytes)
        case .markdown:
            destination.stream.write(Array(RuleManualMarkdown(of: chosen.map { rule in [rule] } ?? rules).text.utf8))
        }
        try destination.close()
    }

    /// The rule that is meant; says which ids are like it and ends with 2 where there is none.
    private func find(_ name: String, in rules: [RuleDescriptor]) throws -> RuleDescriptor {
        let index = RuleIndex(rules)
        if let rule = index.rule(name) { return rule }
        Diagnostics().report("expected the id or the name of a rule, found '\(name)'; \(index.advice(for: name))")
        throw ExitCode(2)
    }
}
