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

    /// Creates a reference.
    public init(target: Target, declaredType: String?) {
        self.target = target
        self.declaredType = declaredType
    }

    /// The kind of medium that the declared type says.
    public var modality: Modality { Modality(mediaType: declaredType) }
}
