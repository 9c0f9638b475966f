/// Something odd in coded data that loses nothing.
public enum CodingNote: String, Sendable {
    /// Something stands behind the end of the coded data.
    case trailingData = "trailing_data"

    /// The framing is none that the standard allows, and its meaning is plain.
    case nonstandardFraming = "nonstandard_framing"

    /// The data are of a format that came before the standard.
    case legacyFormat = "legacy_format"

    /// The data need a window that clients refuse. RFC 9659
    case windowTooLarge = "window_too_large"

    /// The end is cut off, and nothing of the content with it.
    case truncated
}
