internal import ImageValidation
internal import JSONReading
public import Redaction

/// Writes images as JSON, a line for each: `unspool.image/1`.
public struct ImageLines {
    private let style: Redactor.Style
    private let write: Output

    /// Creates a writer of images.
    ///
    /// - Parameters:
    ///   - style: how secrets in the texts of an image are shown.
    ///   - write: takes the lines, one at a time.
    public init(style: Redactor.Style, write: @escaping Output) {
        self.style = style
        self.write = write
    }

    /// Writes an image.
    public func write(_ image: ValidatedImage) {
        var writer = RedactingWriter(layout: .compact, redactor: Redactor(of: image.report, style: style))
        EncodedImageReport(image: image).write(to: &writer)
        write(writer.take() + [UInt8(ascii: "\n")])
    }
}

/// An image file as JSON outputs show it.
private struct EncodedImageReport: EncodedValue {
    let image: ValidatedImage

    func write(to writer: inout RedactingWriter) {
        let report = image.report
        writer.object { writer in
            writer.captured("path", image.path)
            writer.own("declared_type", image.declaredType)
            writer.own("format", report.format?.rawValue)
            writer.number("width", report.width)
            writer.number("height", report.height)
            writer.number("bit_depth", report.bitDepth)
            writer.own("color", report.color?.rawValue)
            writer.number("frames", report.frameCount)
            writer.number("bytes", report.byteCount)
            writer.own("sha256", ContentDigest.sha256(image.bytes))
            writer.own("verdict", report.verdict.rawValue)
            writer.own("pixels", report.pixels.rawValue)
            if let rows = report.rows {
                writer.object("rows") { writer in
                    writer.number("whole", rows.whole)
                    writer.number("expected", rows.expected)
                }
            }
            writer.array("parts", report.parts.map(EncodedPartRun.init))
            writer.array("defects", report.defects.map(EncodedImageDefect.init))
            EncodedImageMetadata(report: report).write(to: &writer)
            writer.member(
                "provenance",
                report.credentials.map { credentials in EncodedCredentials(credentials: credentials, image: image.bytes)
                })
        }
    }
}

/// A run of chunks, segments or blocks.
private struct EncodedPartRun: EncodedValue {
    let run: ImageReport.PartRun

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("name", run.name)
            writer.number("count", run.count)
        }
    }
}
