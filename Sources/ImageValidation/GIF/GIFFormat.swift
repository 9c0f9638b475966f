/// Graphics Interchange Format, 87a and 89a.
///
/// GIF89a Specification
public struct GIFFormat: ImageFormat {
    /// The name.
    public let id = ImageFormatID.gif

    /// The media types.
    public let mediaTypes = ["image/gif"]

    /// The suffixes.
    public let suffixes = ["gif"]

    /// Creates the format.
    public init() {}

    /// Whether bytes begin with a signature and a version.
    public func claims(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.has("GIF87a") || bytes.has("GIF89a")
    }

    /// Checks the structure; the image data are walked, not decoded.
    public func validate(_ bytes: ArraySlice<UInt8>, options: ImageValidationOptions) -> ImageReport {
        GIFValidation(of: bytes, options: options).report
    }
}
