internal import ArgumentParser
internal import CaptureReading
internal import Inspection
internal import Redaction
internal import Reporting

/// `unspool redact FILE -o SAFE`: a copy that is safe to share, with proof.
struct RedactCommand: ParsableCommand {
    /// What `--keep` takes.
    enum Kept: String, ExpressibleByArgument, CaseIterable {
        case jwtClaims = "jwt-claims"
    }

    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Write a copy of a capture that is safe to share, and prove that it is.",
        usage: "unspool redact FILE -o SAFE [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool redact samples/gemini-har/capture.har -o safe.har
              unspool redact capture.txt -o safe.txt --also x-tenant --report done.json

            Keys, tokens, cookies, passwords and e-mail addresses are replaced by marks
            such as REDACTED-key-1f3a90c2, wherever they stand and however they are
            encoded; every other byte stays. One value has one mark, so that two copies
            made with one --salt-file can be compared. The copy is read back and
            searched: where a secret is left, it is removed, and the exit code is 3.
            """)

    @Argument(help: ArgumentHelp("A capture, or - for standard input.", valueName: "file"))
    var files: [PathArgument]

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write the copy to this file; - is standard output.", valueName: "file")
    )
    var output: PathArgument

    @Option(
        help: ArgumentHelp(
            "Make the marks with the bytes of this file, so that they are the same in every copy made with it.",
            valueName: "file"))
    var saltFile: PathArgument?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Replace the values of headers, parameters and members of this name too.", valueName: "name")
    )
    var also: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Keep the values of headers, parameters and members of this name.", valueName: "name"))
    var allow: [String] = []

    @Option(parsing: .singleValue, help: "Keep of JSON Web Tokens the header and the names of the claims.")
    var keep: [Kept] = []

    @Flag(help: "Replace home folders and network addresses too.")
    var pii = false

    @Option(help: ArgumentHelp("Write what was replaced, and where, to this file as JSON.", valueName: "file"))
    var report: PathArgument?

    @Option(
        help: ArgumentHelp("Read the input as this format (default: by its content).", valueName: "id"))
    var inputFormat: String?

    @OptionGroup var jobs: JobOptions

    /// The capture; checked by `validate` to be the only one.
    private var file: PathArgument { files[0] }

    /// Several captures, or a format that is not known, are wrong usage, before anything is read.
    func validate() throws {
        guard files.count == 1 else {
            throw ValidationError(
                "expected one capture, found \(files.count): redact each by itself, with an -o of its own; "
                    + "one --salt-file gives all copies the same marks")
        }
        guard let inputFormat, CaptureFormatCatalog.format(CaptureFormatID(rawValue: inputFormat)) == nil else {
            return
        }
        throw ValidationError("expected a known format for --input-format, found '\(inputFormat)'")
    }

    /// Writes the copy; an input that cannot be read ends with 2, a copy that is not clean with 3.
    func run() throws {
        let format = inputFormat.map(CaptureFormatID.init(rawValue:))
        let input = InputFiles.input(file, format: format, limits: CaptureOptions.usualLimits)
        var diagnostics = Diagnostics()
        do {
            let marks = PlaceholderMaker(salt: try salt())
            var copy = try SafeCopy(
                of: input, marks: marks, options: options, onCores: jobs.coreCount)
            diagnostics = Diagnostics(redactor: copy.messages)
            if let container = copy.unwritableContainer {
                diagnostics.report(
                    "\(file.text): expected a capture that is in no \(container), found one; unpack it first")
                throw ExitCode(2)
            }
            let target = try RedactedFile(output, inputs: [file] + [saltFile].compactMap { path in path })
            do {
                try copy.write { bytes in target.write(bytes) }
                if let fault = try target.fault(format: format, by: copy) {
                    diagnostics.report(
                        "\(file.text): \(fault); the copy is removed, take what stands there out of the capture by hand"
                    )
                    target.discard()
                    throw ExitCode(3)
                }
            } catch {
                target.discard()
                throw error
            }
            try target.close()
            try write(copy.summary)
            StandardStream.error.write(RedactionText(of: copy.summary).text)
        } catch let error as CaptureError {
            diagnostics.report(error, about: file.text)
            throw ExitCode(2)
        }
    }

    private var options: RedactionOptions {
        var options = RedactionOptions()
        options.hide(also)
        options.allow(allow)
        options.hidesPersonalData = pii
        options.keepsClaims = keep.contains(.jwtClaims)
        return options
    }

    /// The bytes that make the marks: those of the file, or random ones.
    private func salt() throws -> [UInt8] {
        guard let saltFile else {
            var generator = SystemRandomNumberGenerator()
            return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }
        var bytes: [UInt8] = []
        do throws(CaptureError) {
            var source = try FileSource(saltFile.path)
            while try source.read(upTo: 1 << 16, into: &bytes) > 0 {}
        } catch {
            Diagnostics().report(error, about: saltFile.text)
            throw ExitCode(2)
        }
        guard !bytes.isEmpty else {
            Diagnostics().report("\(saltFile.text): expected bytes for the marks that nobody can guess, found none")
            throw ExitCode(2)
        }
        return bytes
    }

    private func write(_ summary: RedactionSummary) throws {
        guard let report else { return }
        let destination = try Destination(report, inputs: [file, output])
        destination.stream.write(RedactionJSON(of: summary).bytes)
        try destination.close()
    }
}
