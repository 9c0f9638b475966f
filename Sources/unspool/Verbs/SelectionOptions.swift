internal import ArgumentParser
internal import Findings

/// The options of every verb that reports on several exchanges and may be told on which.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Report only on these exchanges: 1,3-5.", valueName: "numbers"))
    var only: ExchangeNumbers?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Report only on exchanges that fit: 'host:*.openai.com status:>=400 has:image' (fields: unspool list --help).",
            valueName: "filter"))
    var match: String?

    /// Whether not all exchanges are reported on.
    var isNarrow: Bool { only != nil || match != nil }

    /// What `--match` says; checked by `validate`.
    var filter: ExchangeFilter? { match.flatMap { text in try? ExchangeFilter(parsing: text) } }

    /// A filter that cannot be understood is wrong usage, before anything is read.
    func validate() throws {
        guard let match else { return }
        do throws(FilterFault) {
            _ = try ExchangeFilter(parsing: match)
        } catch {
            throw ValidationError("--match: \(error)")
        }
    }
}
