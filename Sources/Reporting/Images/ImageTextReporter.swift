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
        renderer.render([.facts(facts(of: image, redactor), gap: 3)])
        let rows = image.report.defects.map { defect in row(defect, redactor) }
        if !rows.isEmpty { renderer.render([.rows(Rows(rows))]) }
        let origin = ImageOrigin(of: image, redactor: redactor, columns: options.width).rows
        if !origin.isEmpty { renderer.render([.rows(Rows(origin))]) }
        write(Array(renderer.text.utf8))
    }

    /// What the image is, and the verdict.
    private func facts(of image: ValidatedImage, _ redactor: Redactor) -> [Inline] {
        let report = image.report
        let size = report.width.flatMap { width in report.height.map { height in "\(width)x\(height)" } }
        let color = report.color.map { color in
            color.words + (report.bitDepth.map { depth in " \(depth)-bit" } ?? "")
        }
        let frames = report.frameCount.map { count in Wording.count(count, "frame") }
        let kind = [report.format?.name ?? "no image", size, color, frames].compactMap { word in word }
        return [
            Inline(redactor.redact(image.path), .strong), Inline(kind.joined(separator: " ")),
            Inline(Wording.size(report.byteCount)), verdict(of: report),
        ]
    }

    private func verdict(of report: ImageReport) -> Inline {
        switch report.verdict {
        case .valid: return Inline(report.pixels == .unchecked ? "valid, pixels not read" : "valid", .good)
        case .validWithWarnings: return Inline("valid, with warnings", .severity(.low))
        case .invalid:
            let pixels =
                switch report.pixels {
                case .ok: "every pixel is there"
                case .damaged:
                    "\(report.rows.map { rows in "\(rows.whole) of \(rows.expected) rows" } ?? "some pixels") survive"
                case .none: "no pixels"
                case .unchecked: "pixels not read"
                }
            return Inline("invalid, \(pixels)", .severity(.high))
        }
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

extension ImageColor {
    /// The colours in words.
    fileprivate var words: String {
        switch self {
        case .gray, .indexed: rawValue
        case .grayAlpha: "gray+alpha"
        case .cmyk, .rgb, .rgba: rawValue.uppercased()
        }
    }
}
