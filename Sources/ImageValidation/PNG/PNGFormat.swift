/// Portable network graphics, animated ones included.
///
/// PNG, 3rd edition (W3C Recommendation, 2025-06-24)
public struct PNGFormat: ImageFormat {
    /// The name.
    public let id = ImageFormatID.png

    /// The media types; the second is that of animations.
    public let mediaTypes = ["image/png", "image/apng", "image/x-png"]

    /// The suffixes.
    public let suffixes = ["png", "apng"]

    /// Creates the format.
    public init() {}

    /// Whether bytes begin with the signature.
    public func claims(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: PNGSignature.bytes)
    }

    /// Checks a PNG, or what should be one: a damaged signature is told apart by how it was damaged.
    public func validate(_ bytes: ArraySlice<UInt8>, options: ImageValidationOptions) -> ImageReport {
        PNGValidation(of: bytes, options: options).report
    }
}
