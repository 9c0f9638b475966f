internal import ArgumentParser
internal import Findings
internal import MediaFinding
internal import Redaction
internal import Reporting
internal import SystemPackage

/// `unspool extract FILE… -o FOLDER`: the images and other media of captures, as files.
struct ExtractCommand: ParsableCommand {
    /// What is extracted.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case image
        case audio
        case file
        case all

        /// The kinds of media.
        var kinds: Set<EmbeddedMedium.Kind> {
            switch self {
            case .image: [.image]
            case .audio: [.audio]
            case .file: [.file]
            case .all: Set(EmbeddedMedium.Kind.allCases)
            }
        }
    }

    /// The forms of the report on standard output.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    /// What becomes of images that are invalid.
    enum Invalid: String, ExpressibleByArgument, CaseIterable {
        case keep
        case skip
    }

    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Extract the images, sounds and files that captures carry in themselves.",
        usage: "unspool extract FILE... [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool extract samples/media-everywhere/capture.har --dry-run
              unspool extract samples/media-everywhere/capture.har -o pictures --kind all
              unspool extract samples/ --dry-run --format json | jq '.summary'

            Found are data in messages, data: URLs, base64 in JSON, in forms and in texts,
            and bodies that are images. Files are named by number, role and digest
            (003-model-7f3a91c2.png), never by the capture; what is there already is left
            alone. manifest.json, of a second extraction into a folder 002-manifest.json,
            ties each file to its places, with what is wrong with it.
            An image that stands in several places is written once. Damaged images are
            kept, those that were taken out of the capture listed. The exit code is 2 if a
            file could not be written, or a capture not be read; finding nothing is fine.
            """)

    @Argument(help: "Captures, folders of captures, or - for standard input.")
    var files: [PathArgument]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The folder to write to; made where there is none.", valueName: "folder"))
    var output: PathArgument?

    @Option(help: "What to extract: image, audio, file, all.")
    var kind = Kind.image

    @Option(help: "What becomes of images that are invalid: keep, skip.")
    var invalid = Invalid.keep

    @Flag(help: "Write nothing: say what would be written.")
    var dryRun = false

    @Flag(help: "Overwrite files that are there under the same names.")
    var force = false

    @Option(help: "What to print: text (a line each), json (the manifest, unspool.extract/1).")
    var format = Format.text

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var capture: CaptureOptions
    @OptionGroup var display: DisplayOptions

    /// A folder has to be named, unless nothing is written.
    func validate() throws {
        guard !dryRun, output == nil || output?.isStandardInput == true else { return }
        throw ValidationError("expected a folder for -o, or --dry-run, found neither")
    }

    /// Extracts from every input; fails with 2 when one could not be read, or a file not be written.
    func run() throws {
        var run = try ReportRun(over: files, selection, capture, output: nil)
        run.imageExtent = .all
        // A filter may ask for findings; nothing else does.
        if selection.match == nil { run.rules = [] }
        guard !dryRun, let output else { return try plan(run) }
        let folder = try open(output)
        guard let name = folder.manifestName else {
            Diagnostics().report("\(output.text): expected room for a manifest, found a thousand; name another folder")
            throw ExitCode(2)
        }
        do {
            let manifest = try folder.begin(name)
            let stream = StandardStream(manifest)
            let isWhole = try extract(run, to: folder) { bytes in stream.write(bytes) }
            stream.flush()
            if let failure = stream.failure {
                folder.discard(manifest, name)
                throw failure
            }
            try folder.end(manifest, name)
            try close(run, isWhole)
        } catch let failure as Errno {
            Diagnostics().report("\(output.text): expected to write \(name), found: \(failure)")
            throw ExitCode(2)
        }
    }

    /// Says what would be written.
    private func plan(_ run: ReportRun) throws {
        try close(run, try extract(run, to: PlannedExtraction()) { _ in })
    }

    private func close(_ run: ReportRun, _ outcome: (run: ReportRun.Outcome, isWhole: Bool)) throws {
        try run.close(outcome.run)
        if !outcome.isWhole { throw ExitCode(2) }
    }

    private func extract(
        _ run: ReportRun, to store: any MediumStore, manifest: @escaping Output
    ) throws -> (run: ReportRun.Outcome, isWhole: Bool) {
        let text = format == .text ? display.textOptions(isVerbose: false, details: [], isFile: false) : nil
        let options = ExtractReporter.Options(
            kinds: kind.kinds, keepsInvalid: invalid == .keep, text: text, version: Version.string)
        let write = run.write
        var reporter = ExtractReporter(options: options, store: store, text: write) { [format] bytes in
            manifest(bytes)
            if format == .json { write(bytes) }
        }
        let outcome = run.read(for: &reporter, style: .identifier)
        reporter.finish()
        return (outcome, reporter.isWhole)
    }

    /// Opens the folder; says why and ends with 2 where that cannot be.
    private func open(_ path: PathArgument) throws -> ExtractionFolder {
        do throws(Errno) {
            return try ExtractionFolder(path.path, force: force)
        } catch {
            Diagnostics().report("\(path.text): expected a folder to extract to, found: \(error)")
            throw ExitCode(2)
        }
    }
}
