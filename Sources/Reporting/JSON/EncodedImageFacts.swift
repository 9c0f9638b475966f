internal import ImageValidation

/// What is known of the bytes of an embedded image, as members of the object of the image.
struct EncodedImageFacts {
    /// What the check of it said; nil where there was none.
    let report: ImageReport?

    /// How many bytes there are.
    let byteCount: Int

    /// Their digest.
    let digest: String?

    /// The bytes.
    let bytes: ArraySlice<UInt8>

    /// Writes the members.
    func writeMembers(to writer: inout RedactingWriter) {
        writer.own("format", report?.format?.rawValue)
        writer.number("width", report?.width)
        writer.number("height", report?.height)
        writer.number("bit_depth", report?.bitDepth)
        writer.own("color", report?.color?.rawValue)
        writer.number("frames", report?.frameCount)
        writer.number("bytes", byteCount)
        writer.own("sha256", digest)
        guard let report else { return }
        writer.own("verdict", report.verdict.rawValue)
        writer.own("pixels", report.pixels.rawValue)
        writer.array("defects", report.defects.map(EncodedImageDefect.init))
        EncodedImageMetadata(report: report).write(to: &writer)
        writer.member(
            "provenance",
            report.credentials.map { credentials in EncodedCredentials(credentials: credentials, image: bytes) })
    }
}
