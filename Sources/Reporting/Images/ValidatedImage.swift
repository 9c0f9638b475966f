public import ImageValidation

/// An image file, and what is known of it.
public struct ValidatedImage: Sendable {
    /// What the file is called.
    public var path: String

    /// The media type that the file's name stands for; nil where it stands for none.
    public var declaredType: String?

    /// The bytes.
    public var bytes: ArraySlice<UInt8>

    /// What is known of them.
    public var report: ImageReport

    /// Creates an image.
    public init(path: String, declaredType: String?, bytes: ArraySlice<UInt8>, report: ImageReport) {
        self.path = path
        self.declaredType = declaredType
        self.bytes = bytes
        self.report = report
    }
}
