internal import Findings
internal import ImageValidation
public import Redaction

/// Writes what is known of images for people to read: a line for each, and below it a line for each defect.
public struct ImageTextReporter {
    private let options: TextOptions
    private let style: Redactor.Style
    private let write: Output

    /// Creates a reporter.
    ///
    /// - Parameters:
    ///   - options: how lines are laid out.
    ///   - style: how secrets in the texts of an image are shown.
    ///   - write: takes the lines of one image after the other.
    public init(options: TextOptions, style: Redactor.Style, write: @escaping Output) {
        self.options = options
        self.style = style
        self.write = write
    }

    /// Writes an image.
    public func write(_ image: ValidatedImage) {
        let redactor = Redactor(of: image.report, style: style)
        var renderer = TextRenderer(options)
        let path = redactor.redact(image.path)
        // A long path has a line of its own, unbroken: paths are copied.
        let isLong = SafeText.width(of: SafeText.escape(path)) > options.width / 2
        let name = isLong ? [] : [Inline(path, .strong)]
        renderer.render([.facts(name + facts(of: image), gap: 3, isSecond: isLong)])
        let rows = image.report.defects.map { defect in row(defect, redactor) }
        if !rows.isEmpty { renderer.render([.rows(Rows(rows))]) }
        let origin = ImageOrigin(of: image, redactor: redactor, columns: options.width).rows
        if !origin.isEmpty { renderer.render([.rows(Rows(origin))]) }
        write(Array(((isLong ? SafeText.escape(path) + "\n" : "") + renderer.text).utf8))
    }

    /// What the image is, and the verdict.
    private func facts(of image: ValidatedImage) -> [Inline] {
        let report = image.report
        return [
            Inline(ImageWords.kind(of: report)), Inline(Wording.size(report.byteCount)),
            ImageWords.verdict(on: report),
        ]
    }

    private func row(_ defect: ImageDefect, _ redactor: Redactor) -> [Inline] {
        let severity: Severity =
            switch defect.severity {
            case .error: .high
            case .warning: .low
            case .info: .info
            }
        let place = [defect.part, defect.offset.map { offset in ":\(offset)" }].compactMap { word in word }
        let further = defect.furtherCount > 0 ? " (\(defect.furtherCount) more)" : ""
        return [
            Inline(defect.severity.rawValue, .severity(severity)), Inline(defect.id),
            Inline(redactor.redact(place.joined(separator: " ")), .faint),
            Inline(redactor.redact(defect.message) + further),
        ]
    }
}
