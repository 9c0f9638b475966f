/// WebP: one lossy or lossless image, or an animation, in a RIFF container.
///
/// RFC 9649
public struct WebPFormat: ImageFormat {
    /// The name.
    public let id = ImageFormatID.webp

    /// The media types.
    public let mediaTypes = ["image/webp"]

    /// The suffixes.
    public let suffixes = ["webp"]

    /// Creates the format.
    public init() {}

    /// Whether bytes begin with the header of the container.
    public func claims(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.has("RIFF") && bytes.has("WEBP", at: 8)
    }

    /// Checks the structure; the image data are looked at as far as their headers go.
    public func validate(_ bytes: ArraySlice<UInt8>, options: ImageValidationOptions) -> ImageReport {
        WebPValidation(of: bytes, options: options).report
    }
}
