/// How a text report is laid out.
public struct TextOptions: Sendable {
    /// The columns of a line; less than 40 is taken for 40.
    public var width: Int

    /// Whether styles are shown by the terminal's colours.
    public var hasColor: Bool

    /// Whether only ASCII is drawn by the report itself.
    public var isASCII: Bool

    /// Whether everything is said: every finding, the arithmetic, the defects.
    public var isVerbose: Bool

    /// What is shown beside the usual.
    public var details: Set<Detail>

    /// Whether a capture is named by its whole path: where there are several, names alone may be the same.
    public var showsFolders: Bool

    /// Whether every exchange is shown in full, however many there are.
    public var showsEveryExchange = false

    /// Creates options.
    public init(
        width: Int = 80, hasColor: Bool = false, isASCII: Bool = false, isVerbose: Bool = false,
        details: Set<Detail> = [],
        showsFolders: Bool = false
    ) {
        self.width = max(40, width)
        self.hasColor = hasColor
        self.isASCII = isASCII
        self.isVerbose = isVerbose
        self.details = details
        self.showsFolders = showsFolders
    }
}
