internal import CaptureReading
internal import Conversation
internal import Findings
internal import Redaction

/// Shows an image of a conversation: itself where it is one that browsers show safely, else what is known of it.
struct PictureMaker {
    /// What the article is about.
    let writer: ArticleWriter

    /// The picture.
    func picture(of image: EmbeddedImage, in context: inout PageContext) -> Picture {
        let anchor = writer.anchor.image(image.number)
        let type = Preview(
            of: writer.wording.captured(image.blob.declaredType ?? "image of no declared type"), columns: 60
        ).text
        let turn = image.turn.map { turn in turn == 0 ? "system instruction" : "turn \(turn)" } ?? "no turn"
        switch image.blob.data {
        case .elided:
            let expected = image.estimate.map { estimate in [Inline(PictureMaker.words(for: estimate))] } ?? []
            return Picture(
                anchor: anchor, type: type,
                facts: [Inline("elided in the capture", .severity(.medium))] + expected
                    + line(of: image), size: nil, content: .elided,
                description: "\(type), elided in the capture, \(turn)")
        case .bytes(let bytes, let flaws):
            let format = PictureFormat(bytes)
            let size = format.flatMap { format in PictureSize(bytes, format) }
            var facts = [Inline(Wording.size(bytes.count))]
            if let size { facts.insert(Inline("\(size.width) × \(size.height)"), at: 0) }
            if !flaws.isEmpty { facts.append(Inline("base64 with flaws", .severity(.medium))) }
            let digest = ContentDigest.sha256(bytes[...])
            facts.append(Inline("sha256 \(digest.prefix(16))…", .faint))
            let kind = format?.rawValue.uppercased() ?? type
            return Picture(
                anchor: anchor, type: type, facts: facts + line(of: image), size: size,
                content: omission(of: bytes, in: context)
                    ?? context.content(of: bytes, digest: digest, format: format, size: size, at: anchor),
                description: "\(kind)\(size.map { size in " \(size.width)×\(size.height)" } ?? ""), \(turn)")
        }
    }

    /// Why an image is not drawn whatever it shows: the page draws none, or a text in it, such as what its generator
    /// noted, holds a secret that is hidden elsewhere.
    private func omission(of bytes: [UInt8], in context: PageContext) -> Picture.Content? {
        guard context.isComplete else { return .omitted("not drawn: the report holds no images") }
        return writer.wording.redactor.finds(in: bytes) ? .omitted("not drawn: it holds a secret") : nil
    }

    private func line(of image: EmbeddedImage) -> [Inline] {
        writer.line(image.place).map { line in [Inline("line \(line)", .faint)] } ?? []
    }

    private static func words(for estimate: ElidedSize) -> String {
        let most = estimate.byteCounts.upperBound.grouped
        return estimate.count == 1 ? "\(most) B expected" : "one of \(estimate.count), together \(most) B expected"
    }
}
