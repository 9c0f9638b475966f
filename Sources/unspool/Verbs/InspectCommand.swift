internal import ArgumentParser
internal import CaptureReading
internal import Inspection
internal import Redaction
internal import Reporting

/// `unspool inspect FILE…`: the report.
struct InspectCommand: ParsableCommand {
    /// The forms of a report.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Report on captures: what was sent, what came back, and what is wrong with it (the default verb).",
        discussion: """
            EXAMPLES:
              unspool inspect samples/gemini-image-edit/capture.txt
              unspool inspect samples/gemini-png-answer/capture.http --format json -o r.json
              unspool inspect samples/gemini-image-edit/capture.txt -v --show headers
              unspool inspect captures/ --format jsonl
            """)

    @Argument(help: "Captures, folders of captures, or - for standard input.")
    var files: [PathArgument]

    @Option(help: "The form of the report: text, json, jsonl (one exchange a line).")
    var format = Format.text

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the report to a file.", valueName: "file"))
    var output: PathArgument?

    @Option(help: ArgumentHelp("Report only on these exchanges: 1,3-5.", valueName: "numbers"))
    var only: ExchangeNumbers?

    @Flag(name: .shortAndLong, help: "Say everything: all findings, the arithmetic of lengths, defects.")
    var verbose = false

    @Option(
        help: ArgumentHelp(
            "Show more: headers, stream, raw, or several with commas between them.", valueName: "details"))
    var show: ShownDetails?

    @Flag(help: "Put images and other data into JSON as base64.")
    var includeBlobs = false

    @OptionGroup var capture: CaptureOptions
    @OptionGroup var display: DisplayOptions

    /// Reports on every input; fails with 2 when one could not be read.
    func run() throws {
        let inputs = InputFiles.inputs(files, format: capture.format, limits: capture.limits)
        guard !inputs.isEmpty else {
            Diagnostics().report("expected captures, found none: \(files.map(\.text).joined(separator: ", "))")
            throw ExitCode(2)
        }
        let destination = try Destination(output, inputs: files)
        let write: Output = { bytes in destination.stream.write(bytes) }
        switch format {
        case .text:
            var options = display.textOptions(isVerbose: verbose, details: show?.details ?? [], isFile: output != nil)
            options.showsFolders = inputs.count > 1
            options.showsEveryExchange = only != nil
            try inspect(inputs, TextReporter(options: options, write: write), .words, destination)
        case .json, .jsonl:
            let options = JSONOptions(includesBlobs: includeBlobs, showsRaw: show?.details.contains(.raw) ?? false)
            let layout = format == .json ? InspectJSONReporter.Layout.document : .lines
            let reporter = InspectJSONReporter(layout: layout, options: options, version: Version.string, write: write)
            try inspect(inputs, reporter, .identifier, destination)
        }
    }

    /// Runs the pipeline over every input.
    private func inspect(
        _ inputs: [CaptureInput], _ reporter: some Reporter, _ style: Redactor.Style, _ destination: Destination
    ) throws {
        var reporter = reporter
        let inspector = Inspector(
            of: inputs, style: capture.includeSecrets ? .disclosed : style, selection: only?.numbers)
        var isWhole = true
        var isAnyRead = false
        for input in inputs {
            do {
                let count = try inspector.inspect(input, for: &reporter)
                isAnyRead = isAnyRead || count > 0 || only == nil
            } catch {
                let diagnostics = Diagnostics(redactor: inspector.redactor)
                if input.isFromFolder, error.isForeign {
                    diagnostics.report("\(input.path): passed over, no capture in a known format")
                } else {
                    isWhole = false
                    diagnostics.report(error, about: input.path)
                }
            }
        }
        if isWhole, !isAnyRead, only != nil {
            Diagnostics().report("expected the exchanges that --only names, found none of them")
        }
        reporter.finish()
        try destination.close()
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
