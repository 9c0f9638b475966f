internal import Conversation
internal import Findings
internal import ImageValidation
internal import MediaFinding

/// Shows the images of an exchange that no turn shows, and of those that one does what is wrong with them.
struct ImageSection {
    /// The exchange.
    let exchange: InspectedExchange

    /// How things are worded.
    let wording: Wording

    /// Whether every image and every defect is shown.
    let isVerbose: Bool

    /// The most images that are shown, and the most defects of one, unless everything is.
    private static let mostImages = 8
    private static let mostDefects = 3

    /// The section; nil where there is nothing to show.
    var block: Block? {
        let images = exchange.images.filter(isShown)
        guard !images.isEmpty else { return nil }
        let shown = isVerbose ? images : Array(images.prefix(ImageSection.mostImages))
        let more = images.count - shown.count
        let aside = more > 0 ? Inline("(\(more) more, -v for all)", .faint) : nil
        let lead = Inline("\(exchange.images.count) in this exchange")
        return .section(Section("IMAGES", lead: [lead], aside: aside, [.rows(Rows(shown.flatMap(rows)))]))
    }

    private func isShown(_ image: EmbeddedImage) -> Bool {
        isVerbose || !image.isPart || image.report?.verdict == .invalid || image.medium.cut != nil
    }

    /// An image, and a row for each of its defects.
    private func rows(for image: EmbeddedImage) -> [[Inline]] {
        let place = Preview(of: wording.captured(image.source), columns: 60).inline(.faint)
        guard let report = image.report else {
            let words = image.blob.elision == nil ? "no data" : "elided in capture"
            return [
                [
                    Inline("\(image.number)"), ImageWords.type(of: image, wording),
                    Inline(words, .faint) + Inline("  ") + place,
                ]
            ]
        }
        let facts = ([Wording.size(report.byteCount)] + ImageWords.shape(of: report)).joined(separator: ", ")
        let cut = image.medium.cut.map { text in Inline(", cut: \(wording.captured(text))", .severity(.medium)) }
        let head = [
            Inline("\(image.number)"), ImageWords.type(of: image, wording),
            Inline(facts + ", ") + ImageWords.verdict(on: report) + (cut ?? Inline("")) + Inline("  ") + place,
        ]
        let defects = report.defects.filter { defect in isVerbose || defect.severity == .error }
        let listed = isVerbose ? defects : Array(defects.prefix(ImageSection.mostDefects))
        let left = defects.count - listed.count
        let rows = listed.map { defect in
            [Inline(""), Inline(defect.id, .faint), Inline(wording.captured(defect.message))]
        }
        let rest = left > 0 ? [[Inline(""), Inline("", .faint), Inline("and \(left) more, -v for all", .faint)]] : []
        return [head] + rows + rest
    }
}
