internal import Conversation
internal import Findings
internal import MediaFinding

/// A medium as the manifest of an extraction shows it.
struct EncodedExtractedMedium: EncodedValue {
    /// The medium, and what became of it.
    let extracted: ExtractedMedium

    func write(to writer: inout RedactingWriter) {
        let medium = extracted.medium
        writer.object { writer in
            writer.number("number", extracted.number)
            writer.own("kind", medium.kind.rawValue)
            writer.own("state", extracted.state.rawValue)
            if let file = extracted.file { writer.own("file", file) } else { writer.null("file") }
            writer.number("exchange", extracted.exchange)
            writer.captured("source", medium.source)
            writer.captured("role", medium.part?.role)
            writer.number("turn", medium.part.flatMap { part in part.turn > 0 ? part.turn : nil })
            EncodedMediumPlace(medium: medium).writeMembers(to: &writer)
            writer.captured("declared_type", medium.blob.declaredType)
            writeFacts(to: &writer)
            writer.flag("elided", medium.blob.elision != nil)
            writer.captured("placeholder", medium.blob.elision?.placeholder)
            writeEstimate(to: &writer)
            EncodedMediumCoding(medium: medium).writeMembers(to: &writer)
            writer.place(medium.blob.place)
        }
    }

    private func writeFacts(to writer: inout RedactingWriter) {
        guard let bytes = extracted.medium.bytes else { return }
        EncodedImageFacts(
            report: extracted.image?.report, byteCount: bytes.count, digest: extracted.digest, bytes: bytes[...]
        ).writeMembers(to: &writer)
    }

    /// Writes how large it was before it was taken out; what several were together where only that is known.
    private func writeEstimate(to writer: inout RedactingWriter) {
        guard let estimate = extracted.image?.estimate else { return }
        let sizes = estimate.byteCounts
        writer.object("expected_bytes_estimate") { writer in
            writer.number("least", sizes.lowerBound)
            writer.number("most", sizes.upperBound)
            writer.flag("exact", estimate.isExact)
            writer.number("images", estimate.count)
        }
    }
}
