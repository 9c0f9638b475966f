internal import ArgumentParser
internal import CaptureReading
internal import ImageValidation
internal import Redaction
internal import Reporting

/// `unspool image FILE...`: what is wrong with image files.
struct ImageCommand: ParsableCommand {
    /// The forms of the report.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "image",
        abstract: "Validate image files: structure, checksums, every pixel of a PNG.",
        usage: "unspool image FILE... [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool image picture.png
              unspool image pictures/ --quick
              unspool image pictures/ --format jsonl | jq -r '.verdict + " " + .path'

            PNG is checked in full, animations included; JPEG, WebP and GIF in their
            structure; AVIF, BMP, HEIC, JPEG XL, PDF, SVG and TIFF are named. Two things
            are told apart: whether a file conforms to its format, and whether its pixels
            can be recovered. A file is recognised by its bytes, and its name is held
            against them. The exit code is 1 if any image is invalid, and 2 if any file
            could not be read.
            """)

    @Argument(help: "Images, folders of images, or - for standard input.")
    var files: [PathArgument]

    @Option(help: "The form of the report: text, jsonl (an object a line, unspool.image/1).")
    var format = Format.text

    @Flag(help: "Take every warning for an error.")
    var strict = false

    @Flag(help: "Check structure and checksums only: nothing is decompressed.")
    var quick = false

    @OptionGroup var display: DisplayOptions

    /// Reports on every file.
    func run() throws {
        let destination = Destination()
        let write: Output = { bytes in destination.stream.write(bytes) }
        let report: (ValidatedImage) -> Void =
            switch format {
            case .text: textReporter(write)
            case .jsonl: ImageLines(style: .identifier, write: write).write
            }
        let outcome = validate(report)
        try destination.close()
        if outcome.isAnyUnread { throw ExitCode(2) }
        if outcome.isAnyInvalid { throw ExitCode(1) }
    }

    private func textReporter(_ write: @escaping Output) -> (ValidatedImage) -> Void {
        let options = display.textOptions(isVerbose: false, details: [], isFile: false)
        return ImageTextReporter(options: options, style: .words, write: write).write
    }

    /// Validates file by file; a folder's files that are no images are passed over.
    private func validate(_ report: (ValidatedImage) -> Void) -> (isAnyInvalid: Bool, isAnyUnread: Bool) {
        let validator = ImageValidator(
            options: ImageValidationOptions(depth: quick ? .structure : .pixels, isStrict: strict))
        var outcome = (isAnyInvalid: false, isAnyUnread: false)
        var isAnyReported = false
        for path in files {
            let below = InputFiles.files(below: path)
            for file in below ?? [path] {
                do {
                    let bytes = try InputFiles.bytes(of: file)
                    let declared = ImageFormatCatalog.format(fileName: file.text)
                    let image = validator.validate(bytes[...], declared: declared?.id)
                    if below != nil, declared == nil, image.format == nil { continue }
                    isAnyReported = true
                    outcome.isAnyInvalid = outcome.isAnyInvalid || image.verdict == .invalid
                    report(
                        ValidatedImage(
                            path: file.text, declaredType: declared?.mediaTypes.first, bytes: bytes[...], report: image)
                    )
                } catch {
                    outcome.isAnyUnread = true
                    Diagnostics().report(error, about: file.text)
                }
            }
        }
        if !isAnyReported, !outcome.isAnyUnread {
            Diagnostics().report("expected images, found none: \(files.map(\.text).joined(separator: ", "))")
            outcome.isAnyUnread = true
        }
        return outcome
    }
}
