internal import ArgumentParser
internal import Findings

/// The options of a check that say what counts; the configuration file says the rest.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Fail on findings of this severity and above: \(Threshold.allCases.map(\.rawValue).joined(separator: ", ")) (default: high).",
            valueName: "severity"), transform: PolicyOptions.threshold)
    var failOn: Threshold?

    @Option(help: ArgumentHelp("Count these rules alone: SEC001,SAF*,token-*.", valueName: "rules"))
    var rules: RuleNames?

    @Option(help: ArgumentHelp("Do not count these rules; may be given several times.", valueName: "rules"))
    var disable: [RuleNames] = []

    @Option(
        help: ArgumentHelp(
            "Read settings from this file (default: unspool.json here, else $XDG_CONFIG_HOME/unspool/config.json).",
            valueName: "file"))
    var config: PathArgument?

    @Flag(help: "Read no settings from any file.")
    var noConfig = false

    /// Two wishes that exclude each other are wrong usage.
    func validate() throws {
        guard noConfig, config != nil else { return }
        throw ValidationError("expected --config or --no-config, found both")
    }

    /// What counts, by the options and the configuration; options come first.
    ///
    /// Says why and ends with 2 where a file cannot be read, or names a rule that there is not.
    func configuration() throws -> CheckConfiguration {
        var configuration = CheckConfiguration()
        if !noConfig, let file = config.map(SettingsFile.init) ?? SettingsFile.configuration {
            configuration = try file.read(CheckConfiguration.init(parsing:))
            try RuleNames.check(
                configuration.rules + configuration.exemptions.map(\.rule), from: file.path.text)
        }
        let disabled = disable.flatMap(\.patterns)
        try RuleNames.check(rules?.patterns ?? [], from: "--rules")
        try RuleNames.check(disabled, from: "--disable")
        if let rules { configuration.rules = rules.patterns }
        configuration.exemptions += disabled.map { pattern in Exemption(rule: pattern) }
        if let failOn { configuration.failOn = failOn }
        return configuration
    }

    private static func threshold(_ argument: String) throws -> Threshold {
        guard let threshold = Threshold(rawValue: argument) else {
            let known = Threshold.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("expected one of \(known), found '\(argument)'")
        }
        return threshold
    }
}
