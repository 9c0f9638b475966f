/// A format of images: how it is recognised, and what is checked of it.
///
/// To add one, conform a type in a folder of its own, and add a line to `ImageFormatCatalog.all`.
public protocol ImageFormat: Sendable {
    /// The name.
    var id: ImageFormatID { get }

    /// The media types, the registered one first.
    var mediaTypes: [String] { get }

    /// The suffixes of file names, without a dot, the usual one first.
    var suffixes: [String] { get }

    /// Whether bytes begin as an image of the format does, damage aside.
    func claims(_ bytes: ArraySlice<UInt8>) -> Bool

    /// Checks an image that begins as one of the format; whatever the bytes are, it ends with a report.
    func validate(_ bytes: ArraySlice<UInt8>, options: ImageValidationOptions) -> ImageReport
}
