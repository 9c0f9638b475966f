internal import ArgumentParser
internal import CaptureReading
internal import Findings
internal import Inspection
internal import Redaction

/// The one exchange that a verb works on.
struct ExchangeSelection: ParsableArguments {
    @Argument(help: "A capture, or - for standard input.")
    var file: PathArgument

    @Option(help: ArgumentHelp("Take this exchange (default: the first that holds LLM traffic).", valueName: "number"))
    var exchange: Int?

    /// Numbers begin at 1.
    func validate() throws {
        guard let exchange, exchange < 1 else { return }
        throw ValidationError("expected an --exchange of 1 or more, found \(exchange)")
    }

    /// Reads the capture up to the exchange; says why and ends with 2 where there is none.
    func load(
        _ options: CaptureOptions, style: Redactor.Style, where isWanted: (InspectedExchange) -> Bool
    ) throws -> (exchange: InspectedExchange, redactor: Redactor) {
        let input = InputFiles.input(file, format: options.format, limits: options.limits)
        let inspector = Inspector(
            of: [input], style: options.includeSecrets ? .disclosed : style, onCores: options.input.jobs.coreCount)
        let found = try find(inspector.redactor) { () throws(CaptureError) in
            try inspector.exchange(exchange, of: input, where: isWanted)
        }
        return (found, inspector.redactor)
    }

    /// Reads the capture up to the exchange, for a verb that prints it as it is; says why and ends with 2 where there is
    /// none.
    func loadBare(_ options: CaptureOptions, where isWanted: (Exchange) -> Bool) throws -> Exchange {
        let input = InputFiles.input(file, format: options.format, limits: options.limits)
        return try find(.disclosing) { () throws(CaptureError) in
            try Inspector.bareExchange(exchange, of: input, where: isWanted)
        }
    }

    /// What is looked for; says why and ends with 2 where it is not there.
    private func find<Found>(_ redactor: Redactor, _ search: () throws(CaptureError) -> Found?) throws -> Found {
        do {
            if let found = try search() { return found }
            let wanted = exchange.map { number in "exchange \(number)" } ?? "an exchange that has what is asked for"
            Diagnostics(redactor: redactor).report("\(file.text): expected \(wanted), found none")
        } catch {
            Diagnostics(redactor: redactor).report(error, about: file.text)
        }
        throw ExitCode(2)
    }
}
