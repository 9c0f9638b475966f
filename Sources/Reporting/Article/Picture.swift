/// An image as a page shows it: itself, or a box of its size that says why not.
struct Picture: Sendable {
    /// What is drawn.
    enum Content: Sendable {
        /// The image.
        case embedded(PictureFormat, [UInt8])

        /// Nothing: a placeholder stands in the capture.
        case elided

        /// Nothing, for a reason.
        case omitted(String)

        /// What another place of the page shows.
        case shown(Anchor)
    }

    /// The name of its place.
    var anchor: Anchor

    /// The declared type, as captured.
    var type: String

    /// What is known of it, fact by fact.
    var facts: [Inline]

    /// Its width and height in pixels, where its header says them.
    var size: PictureSize?

    /// What is drawn.
    var content: Content

    /// What it is, for who cannot see it.
    var description: String
}

/// The formats that a page may show: none of them can hold a script.
enum PictureFormat: String, Sendable {
    case png
    case jpeg
    case gif
    case webp

    /// Recognises a format by its first bytes; nil for every other content, SVG above all.
    init?(_ bytes: [UInt8]) {
        switch BodyKind.image(bytes) {
        case .png: self = .png
        case .jpeg: self = .jpeg
        case .gif: self = .gif
        case .webp: self = .webp
        default: return nil
        }
    }
}
