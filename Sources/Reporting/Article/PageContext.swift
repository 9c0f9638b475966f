internal import Conversation
internal import Findings

/// What the articles of a page share: what has been numbered, shown and spent so far.
struct PageContext {
    /// How much is shown.
    let options: PageOptions

    /// Whether images are drawn, and details that nobody asked for are there to be unfolded.
    let isComplete: Bool

    /// The number of the capture that is being reported, from 1.
    var capture = 0

    /// The findings of each rule so far.
    private var findingCounts: [Anchor.RuleID: Int] = [:]

    /// How many conversations have been shown unfolded.
    private var openCount = 0

    /// The bytes of images that have been put into the page.
    private var embeddedBytes = 0

    /// Where the page shows each image, by its digest.
    private var shownImages: [String: Anchor] = [:]

    /// The most conversations that are shown unfolded: the first ones.
    private static let mostOpen = 5

    /// Creates the state of a page that is empty.
    init(_ options: PageOptions, isComplete: Bool) {
        self.options = options
        self.isComplete = isComplete
    }

    /// Whether a detail has its place in the page.
    func has(_ detail: Detail) -> Bool {
        isComplete || options.details.contains(detail)
    }

    /// The name of the next finding of a rule.
    mutating func findingAnchor(ofRule rule: String) -> Anchor {
        let id = Anchor.RuleID(rule)
        findingCounts[id, default: 0] += 1
        return .finding(ofRule: id, number: findingCounts[id, default: 0])
    }

    /// Whether an exchange is shown unfolded.
    mutating func opens(_ exchange: InspectedExchange) -> Bool {
        guard exchange.isConversation, openCount < PageContext.mostOpen else { return options.isVerbose }
        openCount += 1
        return true
    }

    /// Where the page shows an image of this digest already; nil where it does not.
    func shown(_ digest: String) -> Picture.Content? {
        shownImages[digest].map { anchor in .shown(anchor) }
    }

    /// What is drawn of an image that is shown nowhere yet and whose bytes, of this digest, the capture has.
    mutating func content(
        of bytes: [UInt8], digest: String, format: PictureFormat?, size: PictureSize?, at anchor: Anchor
    ) -> Picture.Content {
        guard let format else { return .omitted("not drawn: no PNG, JPEG, GIF or WebP by its first bytes") }
        guard options.images != .none else { return .omitted("not drawn: images were left out") }
        guard size.map({ size in size.pixelCount <= PageContext.mostPixels }) ?? false else {
            return .omitted("not drawn: too many pixels, or no size in its header")
        }
        if options.images == .small {
            guard bytes.count <= PageContext.largestImage else { return .omitted("not drawn: larger than 2 MB") }
            guard embeddedBytes + bytes.count <= PageContext.mostImageBytes else {
                return .omitted("not drawn: 25 MB of images are in this page already")
            }
        }
        embeddedBytes += bytes.count
        shownImages[digest] = anchor
        return .embedded(format, bytes)
    }

    /// The most pixels of an image that is drawn: a small file can hold more than a browser has memory for.
    private static let mostPixels = 100_000_000

    /// The largest image that is put into a page, and the most bytes of all together, unless more is asked for: a page
    /// has to fit in a mail.
    private static let largestImage = 2_000_000
    private static let mostImageBytes = 25_000_000
}
