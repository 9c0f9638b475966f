/// JPEG, in whatever file format is around it: JFIF, Exif.
///
/// ITU-T T.81
public struct JPEGFormat: ImageFormat {
    /// The name.
    public let id = ImageFormatID.jpeg

    /// The media types; the second is not registered, but often met.
    public let mediaTypes = ["image/jpeg", "image/jpg", "image/pjpeg"]

    /// The suffixes.
    public let suffixes = ["jpg", "jpeg", "jpe", "jfif"]

    /// Creates the format.
    public init() {}

    /// Whether bytes begin with the start of an image and another marker.
    public func claims(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0xFF, 0xD8, 0xFF])
    }

    /// Checks the structure; the entropy-coded data are walked, not decoded.
    public func validate(_ bytes: ArraySlice<UInt8>, options: ImageValidationOptions) -> ImageReport {
        JPEGValidation(of: bytes, options: options).report
    }
}
