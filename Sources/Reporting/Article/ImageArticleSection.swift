internal import Findings

/// Shows the images of an exchange that no turn shows: a body that is one, and those that stand in JSON beside the
/// messages or in that of no conversation.
struct ImageArticleSection {
    /// What the article is about.
    let writer: ArticleWriter

    /// The most images that are shown, unless everything is.
    private static let mostImages = 100

    /// The most columns of the words that say where an image stands.
    private static let placeColumns = 120

    /// Makes the section.
    ///
    /// - Parameters:
    ///   - turns: the names of the places at which turns show images.
    ///   - context: what the articles of the page share.
    /// - Returns: the section; nil where there is no such image.
    func section(without turns: Set<Anchor>, in context: inout PageContext) -> ArticleSection? {
        let images = writer.exchange.images.filter { image in !turns.contains(writer.anchor.image(image.number)) }
        guard !images.isEmpty else { return nil }
        let shown = writer.options.isVerbose ? images : Array(images.prefix(ImageArticleSection.mostImages))
        let maker = PictureMaker(wording: writer.wording, anchor: writer.anchor)
        let pictures = shown.map { image in
            var picture = maker.picture(of: image, in: &context)
            let place = Preview(of: writer.wording.captured(image.source), columns: ImageArticleSection.placeColumns)
            picture.facts.append(place.inline(.faint))
            return picture
        }
        let left = images.count - shown.count
        let rest = left > 0 ? [ArticleBlock.note(Inline("\(Wording.count(left, "image")) more, -v for all"))] : []
        return ArticleSection(
            .images, lead: [Inline(Wording.count(images.count, "image"))], [.pictures(pictures)] + rest)
    }
}
