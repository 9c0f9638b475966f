/// A file that a message names and does not contain.
public struct FileReference: Hashable, Sendable {
    /// Where the file is.
    public enum Target: Hashable, Sendable {
        /// An address.
        case uri(String)

        /// An id in the provider's store.
        case id(String)
    }

    /// Where the file is.
    public var target: Target

    /// The media type as declared, or nil when none is.
    public var declaredType: String?

    /// The kind of medium: what the message says, or else the declared type.
    public var modality: Modality

    /// Creates a reference; the modality is that of the declared type unless the message says another.
    public init(target: Target, declaredType: String?, modality: Modality? = nil) {
        self.target = target
        self.declaredType = declaredType
        self.modality = modality ?? Modality(mediaType: declaredType)
    }
}
