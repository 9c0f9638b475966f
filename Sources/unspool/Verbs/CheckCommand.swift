internal import ArgumentParser
internal import Findings
internal import Redaction
internal import Reporting

/// `unspool check FILE…`: the findings alone, for continuous integration.
struct CheckCommand: ParsableCommand {
    /// The forms of a result.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case sarif
    }

    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell the findings alone, and fail on grave ones: for continuous integration.",
        usage: "unspool check FILE... [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool check samples/gemini-image-edit/capture.txt
              unspool check samples/ --fail-on critical --disable SAF*
              unspool check samples/ --format sarif -o unspool.sarif
              unspool check samples/ --update-baseline --reason 'made up'

            EXIT CODES:
              0  nothing at or above --fail-on, or a baseline was updated
              1  findings
              2  wrong usage, or an input that could not be read

            SETTINGS (unspool.json; every member may be missing):
              {
                "check": {
                  "fail_on": "high",
                  "rules": ["SEC*", "SAF*"],
                  "disable": [
                    "SAF004",
                    {"rule": "HST001", "host": "*.relay.example",
                     "path": "fixtures/*", "reason": "our own relay"}
                  ],
                  "baseline": "unspool-baseline.json"
                }
              }

            An entry of a baseline holds up to the day in its "expires"; its "reason" and
            "by" are for its readers.
            """)

    @Argument(help: "Captures, folders of captures, or - for standard input.")
    var files: [PathArgument]

    @OptionGroup var policy: PolicyOptions
    @OptionGroup var baseline: BaselineOptions

    @Option(help: "The form of the result.")
    var format = Format.text

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the result to a file.", valueName: "file"))
    var output: PathArgument?

    @Flag(name: .shortAndLong, help: "Tell all findings, and the rules that found nothing.")
    var verbose = false

    @OptionGroup var input: InputOptions
    @OptionGroup var display: DisplayOptions

    /// Checks every input; fails with 1 where a finding counts, and with 2 where an input could not be read.
    func run() throws {
        let configuration = try policy.configuration()
        let file = baseline.file(configuration)
        let counted = CheckPolicy(
            rules: configuration.rules, exemptions: configuration.exemptions, baseline: try baseline.load(file),
            day: baseline.today ?? Environment.today)
        let threshold = configuration.failOn ?? .high
        let run = try ReportRun(over: files, input, output: output)
        var collector = FindingCollector(policy: counted, folder: Environment.folder)
        let outcome = run.read(for: &collector, style: .identifier)
        let result = collector.result
        // What could not be read would look as if it were gone, hence only where all was.
        let update =
            outcome.isWhole && baseline.updateBaseline
            ? try file.map { file in
                try baseline.update(file, with: result)
            } : nil
        run.write(bytes(of: result, threshold, update))
        try run.close(outcome)
        if update == nil, result.fails(at: threshold) { throw ExitCode(1) }
    }

    private func bytes(of result: CheckResult, _ threshold: Threshold, _ update: String?) -> [UInt8] {
        switch format {
        case .text:
            let options = display.textOptions(isVerbose: verbose, details: [], isFile: output != nil)
            return Array(CheckText(of: result, threshold: threshold, update: update, options: options).text.utf8)
        case .json: return CheckJSON(of: result, threshold: threshold, version: Version.string).bytes
        case .sarif: return SARIFLog(of: result, version: Version.string).bytes
        }
    }
}
