/// A text that an image carries beside its pixels.
///
/// All of it is as captured: escape it before it goes to a terminal.
public struct ImageText: Sendable, Hashable {
    /// The part of the image that holds it: `tEXt`, `COM`.
    public let part: String

    /// Its keyword; empty where there is none.
    public let keyword: String

    /// The text, as far as it was read.
    public let text: String

    /// Whether the text is longer than what was read of it.
    public let isCut: Bool
}
