internal import CaptureReading
internal import ImageValidation

/// An image in a message that breaks the rules of its format.
enum ImageInvalid: Rule {
    static let descriptor = RuleDescriptor(
        id: "IMG002", name: "image-invalid", severity: .medium,
        summary: "An image is damaged, or breaks the rules of its format.",
        why: "It was cut or changed on its way, or carries data that only some readers see.",
        references: ["https://www.w3.org/TR/png-3", "ISO/IEC 10918-1", "RFC 9649"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgoAAAANSUhEUg=="}}]}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": "<image>"}}]}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.images.compactMap { image in
            guard let report = image.report, report.verdict == .invalid,
                let defect = report.defects.first(where: { defect in defect.severity == .error })
            else { return nil }
            let name = report.format.map { format in format.name } ?? "image"
            return finding(
                "\(name) is invalid: \(defect.id), \(Excerpt(defect.message))", where: image.logicalPlace,
                at: image.place)
        }
    }
}
