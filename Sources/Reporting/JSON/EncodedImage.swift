internal import Conversation
internal import Findings

/// An image of a conversation as JSON outputs show it.
struct EncodedImage: EncodedValue {
    /// The image.
    let image: EmbeddedImage

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.number("number", image.number)
            writer.own("source", image.source)
            writer.captured("role", image.role)
            writer.number("turn", image.turn > 0 ? image.turn : nil)
            writer.captured("declared_type", image.blob.declaredType)
            if case .bytes(let bytes, _) = image.blob.data {
                writer.own("format", BodyKind.image(bytes)?.rawValue)
                writer.number("bytes", bytes.count)
                writer.own("sha256", ContentDigest.sha256(bytes[...]))
            }
            writer.flag("elided", image.blob.elision != nil)
            writeEstimate(to: &writer)
            writer.place(image.place)
        }
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
