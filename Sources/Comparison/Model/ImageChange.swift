/// What two images at one place have in common.
public struct ImageChange: Hashable, Sendable {
    /// How alike they are.
    public enum Relation: String, Sendable {
        /// Other bytes for the same pixels.
        case samePixels = "same_pixels"

        /// Other pixels, in an image of the same size.
        case differentPixels = "different_pixels"

        /// Another width or height.
        case differentSize = "different_size"

        /// Other bytes whose pixels were not compared: they are in a format that is not decoded, damaged, too large or
        /// not captured.
        case differentBytes = "different_bytes"
    }

    /// How alike they are.
    public var relation: Relation

    /// The share of pixels, from 0 to 1, one of whose samples differs by more than 8 of 255; nil where sizes differ or
    /// pixels were not compared.
    public var differingShare: Double?

    /// The mean of the differences of all samples, in 255ths; nil as above.
    public var meanError: Double?

    /// How many of the 64 bits of their perceptual hashes differ; nil where pixels were not compared.
    public var hashDistance: Int?
}
