public import ByteCoding

/// Data that stands in a message itself: an image, sound, a document.
public struct Blob: Sendable {
    /// The media type as declared, or nil when none is.
    public var declaredType: String?

    /// The data, or why there are none.
    public var data: BlobData

    /// The kind of medium: what the message says, or else the declared type.
    public var modality: Modality

    /// Creates a blob; the modality is that of the declared type unless the message says another.
    public init(declaredType: String?, data: BlobData, modality: Modality? = nil) {
        self.declaredType = declaredType
        self.data = data
        self.modality = modality ?? Modality(mediaType: declaredType)
    }

    /// The placeholder that stands for the data, or nil when they are there.
    public var elision: Elision? {
        guard case .elided(let elision) = data else { return nil }
        return elision
    }
}

/// The content of a blob.
public enum BlobData: Sendable {
    /// The bytes that could be decoded, and what was wrong with their coding.
    case bytes([UInt8], flaws: [Base64Flaw])

    /// A placeholder that whoever made the capture put there.
    case elided(Elision)
}
