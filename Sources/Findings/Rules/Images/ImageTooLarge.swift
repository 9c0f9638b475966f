internal import CaptureReading
internal import ImageValidation

/// An image that takes far more memory when it is decoded than anybody expects of its size.
enum ImageTooLarge: Rule {
    static let descriptor = RuleDescriptor(
        id: "IMG006", name: "image-too-large", severity: .high,
        summary: "An image declares more pixels than a decoder should be asked for.",
        why: "A few kilobytes can fill gigabytes of memory in whoever opens it.",
        references: ["CWE-409", "https://www.w3.org/TR/png-3/#13Decoders.Errors"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data":
             "iVBORw0KGgoAAAANSUhEUgABhqAAAYagCAAAAACNOVQUAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg=="}}]}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data":
             "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg=="}}]}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.images.compactMap { image in
            guard let report = image.report, let width = report.width, let height = report.height else { return nil }
            let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
            guard overflow || pixels > pixelLimit else { return nil }
            return finding(
                "image of \(width.grouped) by \(height.grouped) pixels in \(report.byteCount.grouped) bytes",
                where: image.logicalPlace, at: image.place)
        }
    }

    /// A gigabyte of pixels of four bytes.
    private static let pixelLimit = 1 << 28
}
