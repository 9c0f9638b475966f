/// A titled part of an article.
struct ArticleSection: Sendable {
    /// What a section is about; the raw value is part of the names of places.
    enum Kind: String, Sendable {
        case error
        case conversation
        case images
        case safety
        case config
        case usage
        case stream
        case integrity
        case requestHeaders = "rq"
        case responseHeaders = "rs"
        case rawRequest = "raw-rq"
        case rawResponse = "raw-rs"

        /// The section's title.
        var title: String {
            switch self {
            case .error: "Error"
            case .conversation: "Conversation"
            case .images: "Images"
            case .safety: "Safety"
            case .config: "Config"
            case .usage: "Usage"
            case .stream: "Stream"
            case .integrity: "Integrity"
            case .requestHeaders: "Request headers"
            case .responseHeaders: "Response headers"
            case .rawRequest: "Raw request"
            case .rawResponse: "Raw response"
            }
        }
    }

    /// What it is about.
    let kind: Kind

    /// What it comes to, beside the title.
    let lead: [Inline]

    /// Whether it is shown unfolded.
    let isOpen: Bool

    /// What follows.
    let blocks: [ArticleBlock]

    /// Creates a section.
    init(_ kind: Kind, lead: [Inline] = [], isOpen: Bool = true, _ blocks: [ArticleBlock]) {
        self.kind = kind
        self.lead = lead
        self.isOpen = isOpen
        self.blocks = blocks
    }
}

extension ArticleSection {
    /// The images that its turns show.
    var pictures: [Picture] {
        var pictures: [Picture] = []
        for case .chat(let bubbles) in blocks {
            for case .picture(let picture) in bubbles.flatMap(\.pieces) { pictures.append(picture) }
        }
        return pictures
    }
}

/// A piece of a section: there are few kinds, and a renderer knows nothing else.
enum ArticleBlock: Sendable {
    /// A remark in words.
    case note(Inline)

    /// Rows under headings.
    case table(ArticleTable)

    /// The turns of a conversation.
    case chat([Bubble])

    /// Images beside each other.
    case pictures([Picture])

    /// Amounts and what they are made of.
    case bars([StackedBar])

    /// The events of a stream.
    case timeline(EventTimeline)

    /// Captured text, line by line.
    case lines(NumberedText)
}

/// Rows under headings.
struct ArticleTable: Sendable {
    /// What the rows are, in words.
    var caption: String

    /// The names of the columns.
    var headings: [String]

    /// The rows.
    var rows: [Row]

    /// The column that names its row.
    var nameColumn = 0

    /// The columns that hold captured text as it is.
    var verbatimColumns: Set<Int> = []

    /// A row.
    struct Row: Sendable {
        /// The name of its place, where links may lead to it.
        var anchor: Anchor?

        /// Its cells.
        var cells: [Inline]
    }
}
