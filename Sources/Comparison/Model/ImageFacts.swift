/// What is told of an image that is compared.
public struct ImageFacts: Hashable, Sendable {
    /// The format by its first bytes: `png`; nil where it is not known.
    public var format: String?

    /// The size in bytes; nil where the capture has none of them.
    public var byteCount: Int?

    /// The width in pixels; nil where it is not known.
    public var width: Int?

    /// The height in pixels; nil where it is not known.
    public var height: Int?

    /// The number of the image in its capture, from 1.
    public var number: Int

    /// The part that it is, as a path: `answer/messages/0/parts/1`.
    public var source: String

    /// The digest of the bytes, or of the placeholder that stands for them.
    package var hash: ContentHash
}
