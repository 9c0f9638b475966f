internal import CaptureReading
internal import ImageValidation

/// What an image in a message says beside its pixels: where it was taken, how it was made, and by whom.
enum ImageMetadata: Rule {
    static let descriptor = RuleDescriptor(
        id: "IMG003", name: "image-metadata", severity: .low,
        summary: "An image says where it was taken, how it was made, or by whom.",
        why: "It is shared with the image, and few who share it know that it is there.",
        references: ["https://www.w3.org/TR/png-3/#11textinfo", "https://c2pa.org/specifications", "CIPA DC-008"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data":
             "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAADXRFWHRDb21tZW50AHBlcnRovKjx5wAAAApJREFUeNpjYAAAAAIAAeUn3vwAAAAASUVORK5CYII="
             }}]}]}
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
            guard let report = image.report else { return nil }
            let kinds: [(name: String, isThere: Bool)] = [
                ("its position", report.exif?.position != nil), ("Exif", report.exif != nil),
                ("parameters of its generator", report.generation != nil), ("XMP", report.xmp != nil),
                ("content credentials", report.credentials != nil), ("texts", !report.texts.isEmpty),
            ]
            let found = kinds.filter(\.isThere).map(\.name)
            guard !found.isEmpty else { return nil }
            return finding(
                "image holds \(found.joined(separator: ", "))", where: image.logicalPlace, at: image.place)
        }
    }
}
