/// What the samples of a pixel are.
public enum ImageColor: String, Sendable, Hashable, CaseIterable {
    /// One of luminance.
    case gray

    /// Luminance and alpha.
    case grayAlpha = "gray_alpha"

    /// An index into a palette.
    case indexed

    /// Red, green and blue.
    case rgb

    /// Red, green, blue and alpha.
    case rgba

    /// Cyan, magenta, yellow and black.
    case cmyk
}
