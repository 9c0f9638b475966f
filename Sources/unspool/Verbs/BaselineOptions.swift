internal import ArgumentParser
internal import Findings
internal import Reporting

/// The options of a check that say what was accepted before.
struct BaselineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Do not count the findings that this file accepts (default: the configuration's).", valueName: "file"))
    var baseline: PathArgument?

    @Flag(help: "Write a baseline that accepts all that is found; entries keep their reasons, stale ones go.")
    var updateBaseline = false

    @Option(help: ArgumentHelp("With --update-baseline: why new entries are accepted.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("With --update-baseline: who accepts new entries.", valueName: "name"))
    var by: String?

    @Option(
        help: ArgumentHelp("With --update-baseline: the last day on which new entries hold.", valueName: "yyyy-mm-dd"),
        transform: BaselineOptions.day)
    var expires: CalendarDay?

    @Option(
        help: ArgumentHelp("The day by which entries expire (default: today in UTC).", valueName: "yyyy-mm-dd"),
        transform: BaselineOptions.day)
    var today: CalendarDay?

    /// What is said of new entries has to have some.
    func validate() throws {
        guard !updateBaseline, reason != nil || by != nil || expires != nil else { return }
        throw ValidationError("expected --update-baseline beside --reason, --by and --expires")
    }

    /// The file of the baseline: the one that was named, the configuration's, or where one is to be written the usual.
    func file(_ configuration: CheckConfiguration) -> SettingsFile? {
        let usual = updateBaseline ? "unspool-baseline.json" : nil
        let path = baseline ?? (configuration.baseline ?? usual).flatMap(PathArgument.init(argument:))
        return path.map(SettingsFile.init)
    }

    /// The baseline that a file holds; an empty one where there is no file, or one that is only to be written.
    func load(_ file: SettingsFile?) throws -> Baseline {
        guard let file, !updateBaseline || file.exists else { return Baseline() }
        return try file.read(Baseline.init(parsing:))
    }

    /// Writes the baseline that accepts a result; says on standard error what was written, and gives it in words.
    func update(_ file: SettingsFile, with result: CheckResult) throws -> String {
        let template = BaselineEntry(
            rule: "", fingerprint: "", path: "", reason: reason ?? "", by: by, expires: expires)
        let updated = result.baseline(acceptingAs: template)
        // What is written over was read as a baseline before: it is none of the captures, though it may stand among them.
        let destination = try Destination(file.path, inputs: [])
        destination.stream.write(updated.bytes)
        try destination.close()
        let unexplained = updated.entries.count(where: \.reason.isEmpty)
        let hint = unexplained == 0 ? "" : "; \(unexplained) without a reason yet (--reason)"
        let entries = updated.entries.count == 1 ? "1 entry" : "\(updated.entries.count) entries"
        Diagnostics().report("\(file.path.text): written, \(entries)\(hint)")
        return "the baseline holds all of it, in \(entries)"
    }

    private static func day(_ argument: String) throws -> CalendarDay {
        guard let day = CalendarDay(argument) else {
            throw ValidationError("expected a day such as 2026-12-31, found '\(argument)'")
        }
        return day
    }
}
