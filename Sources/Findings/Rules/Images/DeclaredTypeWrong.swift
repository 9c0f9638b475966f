internal import CaptureReading
internal import Conversation
internal import MediaFinding

/// Data that say by their first bytes that they are of another type than they are declared.
enum DeclaredTypeWrong: Rule {
    static let descriptor = RuleDescriptor(
        id: "IMG001", name: "declared-type-wrong", severity: .medium,
        summary: "Data are of another media type than the one that they are declared with.",
        why: "Decoders are chosen by the declared type; a wrong one fails, or hides what the data are.",
        references: ["https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern", "CWE-434"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/jpeg", "data": "iVBORw0KGgoAAAANSUhEUg=="}}]}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgoAAAANSUhEUg=="}}]}]}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": "AAAA"}}]}]}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.media.compactMap { medium in
            guard let bytes = medium.bytes, let declared = medium.blob.declaredType.map(essence),
                let found = ImageSignature.mediaType(of: bytes), found != declared,
                declared != "application/octet-stream", declared != "image/*"
            else { return nil }
            return finding(
                "declared \(Excerpt(declared)), found \(found)", where: medium.logicalPlace, at: medium.blob.place)
        }
    }

    /// A media type without its parameters, in lower case and by its usual name.
    private static func essence(_ type: String) -> String {
        let name = type.lowercased().utf8.prefix { byte in byte != UInt8(ascii: ";") && byte != UInt8(ascii: " ") }
        let essence = String(Substring(name))
        return aliases[essence] ?? essence
    }

    private static let aliases = [
        "image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg", "image/x-png": "image/png", "image/heif": "image/heic",
        "image/x-ms-bmp": "image/bmp",
    ]
}
