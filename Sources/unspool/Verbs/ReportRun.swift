internal import ArgumentParser
internal import CaptureReading
internal import Findings
internal import Inspection
internal import Redaction
internal import Reporting

/// One run of the pipeline over the captures of a command line.
struct ReportRun {
    /// The captures, in order.
    let inputs: [CaptureInput]

    /// Of which images of a capture the pixels are read.
    var imageExtent = ImageCheck.Extent.usual

    /// The rules that look at each exchange.
    var rules: [any Rule.Type] = RuleCatalog.all

    private let only: Set<Int>?
    private let filter: ExchangeFilter?
    private let includesSecrets: Bool
    private let coreCount: Int
    private let destination: Destination

    /// Finds the captures and opens the destination; says why and ends with 2 where there is none.
    init(
        over files: [PathArgument], _ selection: SelectionOptions, _ capture: CaptureOptions, output: PathArgument?
    ) throws {
        self = try ReportRun(
            over: files, capture.input, only: selection.only?.numbers, filter: selection.filter,
            includesSecrets: capture.includeSecrets, output: output)
    }

    /// Finds the captures and opens the destination, for a verb that reports on all of them and shows no secrets; says
    /// why and ends with 2 where there is none.
    init(over files: [PathArgument], _ input: InputOptions, output: PathArgument?) throws {
        self = try ReportRun(
            over: files, input, only: nil, filter: nil, includesSecrets: false, output: output)
    }

    private init(
        over files: [PathArgument], _ input: InputOptions, only: Set<Int>?, filter: ExchangeFilter?,
        includesSecrets: Bool, output: PathArgument?
    ) throws {
        self.only = only
        self.filter = filter
        self.includesSecrets = includesSecrets
        coreCount = input.jobs.coreCount
        inputs = InputFiles.inputs(files, format: input.format, limits: input.limits)
        guard !inputs.isEmpty else {
            Diagnostics().report("expected captures, found none: \(files.map(\.text).joined(separator: ", "))")
            throw ExitCode(2)
        }
        destination = try Destination(output, inputs: files)
    }

    /// Takes the bytes of the report.
    var write: Output { { [destination] bytes in destination.stream.write(bytes) } }

    /// Says what is wrong with a capture where the report has no place for it.
    var warn: (String) -> Void { { message in Diagnostics().report(message) } }

    /// Reports on every input; fails with 2 when one could not be read.
    func report(to reporter: some Reporter, style: Redactor.Style) throws {
        var reporter = reporter
        let outcome = read(for: &reporter, style: style)
        reporter.finish()
        try close(outcome)
    }

    /// How reading the inputs ended.
    struct Outcome {
        /// Whether all of them could be read to their end, and what was asked for was among them.
        var isWhole = true

        /// Whether any was reported on.
        var isAnyReported = false
    }

    /// Hands every input to a reporter, but for the end of the run; says what could not be read.
    func read(for reporter: inout some Reporter, style: Redactor.Style) -> Outcome {
        var inspector = Inspector(
            of: inputs, style: includesSecrets ? .disclosed : style, selection: only, filter: filter,
            onCores: coreCount)
        inspector.imageExtent = imageExtent
        inspector.rules = rules
        var outcome = Outcome()
        var isAnyRead = false
        var passedOver: [String] = []
        for input in inputs {
            do {
                let count = try inspector.inspect(input, for: &reporter)
                isAnyRead = isAnyRead || count > 0 || only == nil
                outcome.isAnyReported = true
            } catch {
                let diagnostics = Diagnostics(redactor: inspector.redactor)
                if input.isFromFolder, error.isForeign {
                    passedOver.append(input.path)
                } else {
                    outcome.isWhole = false
                    diagnostics.report(error, about: input.path)
                }
            }
        }
        if let first = passedOver.first {
            let others = passedOver.count == 1 ? "" : " and \(passedOver.count - 1) more"
            Diagnostics(redactor: inspector.redactor).report(
                "\(first)\(others): passed over, no capture in a known format")
        }
        if outcome.isWhole, !isAnyRead, only != nil {
            Diagnostics(redactor: inspector.redactor).report(
                "expected the exchanges that --only names, found none of them; \(numbers)")
            outcome.isAnyReported = false
        }
        outcome.isWhole = outcome.isWhole && isAnyRead
        return outcome
    }

    /// Which numbers the exchanges of the captures have.
    private var numbers: String {
        let last = inputs.map { input in
            var last = 0
            _ = try? Inspector.bareExchange(nil, of: input) { exchange in
                last = exchange.number
                return false
            }
            return last
        }
        guard let most = last.max(), most > 0 else { return "there is no exchange" }
        return "their numbers are 1 to \(most)\(inputs.count > 1 ? " at most, in each capture anew" : "")"
    }

    /// Ends the report; fails with 2 when not all could be read.
    func close(_ outcome: Outcome) throws {
        // A file that holds the report of an earlier run is worth more than one of nothing.
        if outcome.isAnyReported { try destination.close() } else { destination.discard() }
        if !outcome.isWhole { throw ExitCode(2) }
    }
}

extension CaptureError {
    /// Whether the input is no capture at all.
    fileprivate var isForeign: Bool {
        switch self {
        case .empty, .unrecognised, .unsupportedEncoding, .noCapture, .notArchive(.noLog): true
        case .contained(_, _, let error): error.isForeign
        case .unknownFormat, .notArchive, .tooManyContainers, .unreadable: false
        }
    }
}
