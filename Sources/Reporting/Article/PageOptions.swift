/// How much a page shows: a report as HTML or Markdown.
public struct PageOptions: Sendable {
    /// Which images are put into the page.
    public enum Images: String, CaseIterable, Sendable {
        /// All of them.
        case all

        /// Those of at most 2 MB, up to 25 MB together.
        case small

        /// None.
        case none
    }

    /// Whether everything is unfolded and nothing is left out for its length.
    public var isVerbose: Bool

    /// What is unfolded and shown to its end beside the usual.
    public var details: Set<Detail>

    /// Which images are put into the page.
    public var images: Images

    /// Whether a capture is named by its whole path: where there are several, names alone may be the same.
    public var showsFolders: Bool

    /// Whether secrets are shown as they are, which the page then says at its top.
    public var showsSecrets: Bool

    /// Creates options.
    public init(
        isVerbose: Bool = false, details: Set<Detail> = [], images: Images = .small, showsFolders: Bool = false,
        showsSecrets: Bool = false
    ) {
        self.isVerbose = isVerbose
        self.details = details
        self.images = images
        self.showsFolders = showsFolders
        self.showsSecrets = showsSecrets
    }
}
