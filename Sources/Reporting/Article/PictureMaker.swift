internal import CaptureReading
internal import Conversation
internal import Findings
internal import ImageValidation
internal import MediaFinding
internal import Redaction

/// Shows an image: itself where it is one that browsers show safely, else what is known of it.
struct PictureMaker {
    /// How things are worded.
    let wording: Wording

    /// The name of the place of what holds the image.
    let anchor: Anchor

    /// Whether an image is shown that does not conform to its format.
    var showsInvalid = true

    /// The picture.
    func picture(of image: EmbeddedImage, in context: inout PageContext) -> Picture {
        let anchor = anchor.image(image.number)
        let type = Preview(
            of: wording.captured(image.blob.declaredType ?? "image of no declared type"), columns: 60
        ).text
        let turn = image.turn.map { turn in turn == 0 ? "system instruction" : "turn \(turn)" } ?? "in a body"
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
            facts += verdict(on: image)
            if !flaws.isEmpty { facts.append(Inline("base64 with flaws", .severity(.medium))) }
            let digest = ContentDigest.sha256(bytes[...])
            facts.append(Inline("sha256 \(digest.prefix(16))", .faint) + Inline(sign: "…", .faint))
            let kind = format?.rawValue.uppercased() ?? type
            return Picture(
                anchor: anchor, type: type, facts: facts + line(of: image), size: size,
                content: context.shown(digest) ?? omission(of: image, bytes, in: context)
                    ?? context.content(of: bytes, digest: digest, format: format, size: size, at: anchor),
                description: "\(kind)\(size.map { size in " \(size.width)×\(size.height)" } ?? ""), \(turn)")
        }
    }

    /// Why an image is not drawn whatever it shows: the page draws none, it is none, or a text in it, such as what its
    /// generator noted, holds a secret that is hidden elsewhere.
    private func omission(of image: EmbeddedImage, _ bytes: [UInt8], in context: PageContext) -> Picture.Content? {
        guard context.isComplete else { return .omitted("not drawn: the report holds no images") }
        if !showsInvalid, image.report?.verdict ?? .invalid == .invalid {
            return .omitted("not drawn: it does not conform to its format")
        }
        return wording.redactor.finds(in: bytes) ? .omitted("not drawn: it holds a secret") : nil
    }

    /// The most defects of an image that are named beside it.
    private static let mostDefects = 3

    /// Whether the image conforms to its format, and what is wrong with it.
    private func verdict(on image: EmbeddedImage) -> [Inline] {
        guard let report = image.report else { return [] }
        let actual = image.actualType == nil ? nil : report.format?.name
        let mistaken = actual.map { name in [Inline("in truth \(name)", .severity(.medium))] } ?? []
        let cut = image.medium.cut.map { text in
            [Inline("cut: ", .severity(.medium)) + Preview(of: wording.captured(text), columns: 60).inline()]
        }
        let errors = report.defects.filter { defect in defect.severity == .error }
        let named = errors.prefix(PictureMaker.mostDefects).map { defect in
            Inline("\(defect.id) ", .faint) + Inline(wording.captured(defect.message))
        }
        let left = errors.count - named.count
        let rest = left > 0 ? [Inline("and \(Wording.count(left, "defect")) more", .faint)] : []
        return mistaken + [ImageWords.verdict(on: report)] + (cut ?? []) + named + rest
    }

    private func line(of image: EmbeddedImage) -> [Inline] {
        image.place.map { place in [Inline("line \(wording.lines.location(of: place).line)", .faint)] } ?? []
    }

    private static func words(for estimate: ElidedSize) -> String {
        let most = estimate.byteCounts.upperBound.grouped
        return estimate.count == 1 ? "\(most) B expected" : "one of \(estimate.count), together \(most) B expected"
    }
}
