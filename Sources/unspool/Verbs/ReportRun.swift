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

    private let selection: SelectionOptions
    private let capture: CaptureOptions
    private let destination: Destination

    /// Finds the captures and opens the destination; says why and ends with 2 where there is none.
    init(
        over files: [PathArgument], _ selection: SelectionOptions, _ capture: CaptureOptions, output: PathArgument?
    ) throws {
        self.selection = selection
        self.capture = capture
        inputs = InputFiles.inputs(files, format: capture.format, limits: capture.limits)
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
        let inspector = Inspector(
            of: inputs, style: capture.includeSecrets ? .disclosed : style, selection: selection.only?.numbers,
            filter: selection.filter)
        var isWhole = true
        var isAnyRead = false
        var isAnyReported = false
        var passedOver: [String] = []
        for input in inputs {
            do {
                let count = try inspector.inspect(input, for: &reporter)
                isAnyRead = isAnyRead || count > 0 || selection.only == nil
                isAnyReported = true
            } catch {
                let diagnostics = Diagnostics(redactor: inspector.redactor)
                if input.isFromFolder, error.isForeign {
                    passedOver.append(input.path)
                } else {
                    isWhole = false
                    diagnostics.report(error, about: input.path)
                }
            }
        }
        if let first = passedOver.first {
            let others = passedOver.count == 1 ? "" : " and \(passedOver.count - 1) more"
            Diagnostics(redactor: inspector.redactor).report(
                "\(first)\(others): passed over, no capture in a known format")
        }
        if isWhole, !isAnyRead, selection.only != nil {
            Diagnostics().report("expected the exchanges that --only names, found none of them")
        }
        reporter.finish()
        // A file that holds the report of an earlier run is worth more than one of nothing.
        if isAnyReported { try destination.close() } else { destination.discard() }
        if !isWhole || !isAnyRead { throw ExitCode(2) }
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
