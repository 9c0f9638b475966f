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
        case sarif
        case html
        case markdown
    }

    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Report on captures: what was sent, what came back, and what is wrong with it (the default verb).",
        usage: "unspool inspect FILE... [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool inspect samples/gemini-image-edit/capture.txt
              unspool inspect samples/gemini-image-edit/capture.txt -v --show headers
              unspool inspect samples/gemini-png-answer/capture.http --format json
              unspool inspect samples/gemini-har/capture.har --format html -o report.html
              unspool inspect samples/ --match 'status:>=400' --format jsonl
            """)

    @Argument(help: "Captures, folders of captures, or - for standard input.")
    var files: [PathArgument]

    @Option(
        help: "The form of the report; jsonl is one exchange a line, html one page.")
    var format = Format.text

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the report to a file.", valueName: "file"))
    var output: PathArgument?

    @OptionGroup var selection: SelectionOptions

    @Flag(name: .shortAndLong, help: "Say everything: all findings, the arithmetic of lengths, defects.")
    var verbose = false

    @Option(
        help: ArgumentHelp(
            "Show more, several with commas between them.", valueName: "details"))
    var show: ShownDetails?

    @Flag(help: "Put images and other data into JSON as base64.")
    var includeBlobs = false

    @OptionGroup var images: ImageDepthOptions
    @Option(
        help: ArgumentHelp("Put these images into HTML: small is up to 2 MB, 25 MB together.", valueName: "images"))
    var embedImages = EmbeddedImages.small

    @OptionGroup var capture: CaptureOptions
    @OptionGroup var display: DisplayOptions

    /// Reports on every input; fails with 2 when one could not be read.
    func run() throws {
        var run = try ReportRun(over: files, selection, capture, output: output)
        run.imageExtent = images.extent
        let write = run.write
        switch format {
        case .text:
            var options = display.textOptions(isVerbose: verbose, details: show?.details ?? [], isFile: output != nil)
            options.showsFolders = run.inputs.count > 1
            options.showsEveryExchange = selection.isNarrow
            try run.report(to: TextReporter(options: options, write: write), style: .words)
        case .json, .jsonl:
            let options = JSONOptions(includesBlobs: includeBlobs, showsRaw: show?.details.contains(.raw) ?? false)
            let layout = format == .json ? InspectJSONReporter.Layout.document : .lines
            let reporter = InspectJSONReporter(layout: layout, options: options, version: Version.string, write: write)
            try run.report(to: reporter, style: .identifier)
        case .sarif:
            var collector = FindingCollector(folder: Environment.folder)
            let outcome = run.read(for: &collector, style: .identifier)
            write(SARIFLog(of: collector.result, version: Version.string).bytes)
            try run.close(outcome)
        case .html:
            let reporter = HTMLReporter(options: pageOptions(of: run), version: Version.string, write: write)
            try run.report(to: reporter, style: .words)
        case .markdown:
            let reporter = MarkdownReporter(options: pageOptions(of: run), version: Version.string, write: write)
            try run.report(to: reporter, style: .words)
        }
    }

    /// A log for code scanning never shows secrets: it is stored where many can read it.
    func validate() throws {
        guard format == .sarif, capture.includeSecrets else { return }
        throw ValidationError("expected --format sarif without --include-secrets, found both")
    }

    /// How much a page shows.
    private func pageOptions(of run: ReportRun) -> PageOptions {
        PageOptions(
            isVerbose: verbose, details: show?.details ?? [], images: embedImages.images,
            showsFolders: run.inputs.count > 1, showsSecrets: capture.includeSecrets)
    }
}
