internal import ArgumentParser
internal import Comparison
internal import Inspection
internal import Redaction
internal import Reporting
internal import SystemPackage

/// `unspool diff A B`: what differs between two sessions.
struct DiffCommand: ParsableCommand {
    /// The forms of a comparison.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case patch
        case html
    }

    /// How exchanges find their pairs.
    enum Alignment: String, ExpressibleByArgument, CaseIterable {
        case auto
        case order
        case key

        /// The same for the comparison.
        var mode: AlignmentMode { AlignmentMode(rawValue: rawValue) ?? .auto }
    }

    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract:
            "Compare two sessions: conversation, settings, answers, headers, usage and images of each pair of exchanges.",
        usage: "unspool diff A [B] [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool diff samples/diff/morning.har samples/diff/evening.har
              unspool diff samples/diff/morning.har samples/diff/evening.har --stat
              unspool diff samples/gemini-har/capture.har --only 1,2 --area answer,usage
              unspool diff samples/diff/morning.har
              unspool diff a.har b.har --map-host staging.example=api.example
              unspool diff a.har b.har --ignore headers.user-agent --format json
              unspool diff a.har b.har --format html -o diff.html

            Exchanges are paired by content, then by method, path, model and first turn,
            then by likeness. Loosened safety is marked with !. Secrets are compared, and
            never shown unless --include-secrets is given. In one capture each exchange is
            compared with the earlier one that its conversation goes on from.

            EXIT CODES:
              0  no difference
              1  a difference
              2  wrong usage, or an input that could not be read
            """)

    @Argument(help: "Two captures, or one: how its conversations grew; - for standard input.")
    var files: [PathArgument]

    @Option(
        help: """
            The form: text, json, patch (RFC 6902, one line for each pair of JSON bodies that differ), or html, one page \
            with both sides beside each other.
            """)
    var format = Format.text

    @Option(
        help: "How exchanges find their pairs: auto (the default), order (by position), key (never by likeness).")
    var align: Alignment?

    @Option(help: ArgumentHelp("Take one host for another; can be repeated.", valueName: "a=b"))
    var mapHost: [HostPair] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Tell nothing of this: an area, or a path with or without its area; * stands for any text; can be repeated.",
            valueName: "path"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("Tell only of these areas: \(AreaNames.known).", valueName: "areas"))
    var area: AreaNames?

    @Option(help: ArgumentHelp("Compare these two exchanges: of one capture, or one of each.", valueName: "a,b"))
    var only: ExchangePairNumbers?

    @Flag(help: "Print the table of pairs alone.")
    var stat = false

    @Flag(name: .shortAndLong, help: "Show every row and every pair, and what is not compared.")
    var verbose = false

    @Option(
        help: ArgumentHelp("Put these images into HTML: small is up to 2 MB, 25 MB together.", valueName: "images"))
    var embedImages = EmbeddedImages.small

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the comparison to a file.", valueName: "file"))
    var output: PathArgument?

    @OptionGroup var capture: CaptureOptions
    @OptionGroup var display: DisplayOptions

    /// One capture or two; the exchanges of one are not aligned.
    func validate() throws {
        guard files.count > 1 || align == nil else {
            throw ValidationError("expected two captures for --align, found one")
        }
        guard 1...2 ~= files.count else {
            throw ValidationError("expected two captures, or one whose conversations grew, found \(files.count)")
        }
    }

    /// Compares the captures; ends with 1 where they differ, with 2 where one could not be read.
    func run() throws {
        let destination = try Destination(output, inputs: files)
        switch format {
        case .text:
            var options = display.textOptions(isVerbose: verbose, details: [], isFile: output != nil)
            options.showsFolders = haveOneName
            try compare(
                for: DiffTextReporter(options: options, isTable: stat, write: destination.stream.write), .words,
                destination)
        case .json:
            try compare(
                for: DiffJSONReporter(version: Version.string, write: destination.stream.write), .identifier,
                destination)
        case .html:
            let options = PageOptions(
                isVerbose: verbose, images: embedImages.images,
                showsFolders: haveOneName, showsSecrets: capture.includeSecrets)
            try compare(
                for: DiffHTMLReporter(
                    options: options, isTable: stat, version: Version.string, write: destination.stream.write),
                .words, destination)
        case .patch:
            try compare(for: PatchReporter(write: destination.stream.write), .identifier, destination)
        }
    }

    /// Whether the captures are told apart by their folders alone.
    private var haveOneName: Bool { Set(files.map(\.path.lastComponent)).count < files.count }

    private func compare(
        for reporter: some ComparisonReporter, _ style: Redactor.Style, _ destination: Destination
    ) throws {
        var reporter = reporter
        let inputs = files.map { file in InputFiles.input(file, format: capture.format, limits: capture.limits) }
        let comparer = SessionComparer(
            inputs[0], inputs[inputs.count - 1], options: options, onCores: capture.input.jobs.coreCount)
        do {
            let style = capture.includeSecrets ? .disclosed : style
            let comparison = try comparer.compare(for: &reporter, style: style)
            guard only == nil || !comparison.pairs.isEmpty else {
                Diagnostics().report("expected the exchanges that --only names, found not both of them")
                destination.discard()
                throw ExitCode(2)
            }
            try destination.close()
            if !comparison.summary.isSame { throw ExitCode(1) }
        } catch let failure as SessionComparer.Failure {
            Diagnostics().report(failure.error, about: failure.path)
            destination.discard()
            throw ExitCode(2)
        }
    }

    /// Two exchanges where they are named; of one capture alone how its conversations grew.
    private var scope: ComparisonOptions.Scope {
        if let only { return .pair(a: only.a, b: only.b) }
        return files.count == 1 ? .growth : .sessions
    }

    private var options: ComparisonOptions {
        ComparisonOptions(
            mode: (align ?? .auto).mode, hosts: HostMap(mapHost.map { pair in (pair.from, pair.to) }),
            filter: ChangeFilter(areas: area?.areas, ignored: ignore), scope: scope)
    }
}
