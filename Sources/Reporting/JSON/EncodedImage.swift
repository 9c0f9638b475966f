internal import CaptureReading
internal import Conversation
internal import Findings
internal import ImageValidation
internal import MediaFinding

/// An image of an exchange as JSON outputs show it.
struct EncodedImage: EncodedValue {
    /// The image.
    let image: EmbeddedImage

    /// The digest of its bytes; nil where they are not there.
    let digest: String?

    /// The number of the first image of the capture that has the same bytes; nil for that one itself.
    let first: Int?

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.number("number", image.number)
            writer.captured("source", image.source)
            writer.captured("role", image.role)
            writer.number("turn", image.turn.flatMap { turn in turn > 0 ? turn : nil })
            EncodedMediumPlace(medium: image.medium).writeMembers(to: &writer)
            writer.captured("declared_type", image.blob.declaredType)
            writeReport(to: &writer)
            writer.flag("elided", image.blob.elision != nil)
            writeEstimate(to: &writer)
            EncodedMediumCoding(medium: image.medium).writeMembers(to: &writer)
            if let first { writer.array("same_as", [EncodedNumber(number: first)]) }
            writer.place(image.place)
        }
    }

    /// Writes what is known of its bytes.
    private func writeReport(to writer: inout RedactingWriter) {
        guard let bytes = image.medium.bytes else { return }
        EncodedImageFacts(report: image.report, byteCount: bytes.count, digest: digest, bytes: bytes[...])
            .writeMembers(to: &writer)
    }

    /// Writes how large the image was before it was taken out, where the arithmetic is about this image alone.
    private func writeEstimate(to writer: inout RedactingWriter) {
        guard let estimate = image.estimate, estimate.count == 1 else { return }
        let sizes = estimate.byteCounts
        writer.number("expected_bytes", sizes.upperBound)
        writer.object("expected_bytes_estimate") { writer in
            writer.number("least", sizes.lowerBound)
            writer.number("most", sizes.upperBound)
            writer.flag("exact", estimate.isExact)
        }
    }
}
