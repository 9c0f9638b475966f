public import ByteCoding
public import CaptureReading

/// Data that stands in a message itself: an image, sound, a document.
public struct Blob: Sendable {
    /// The media type as declared, or nil when none is.
    public var declaredType: String?

    /// The data, or why there are none.
    public var data: BlobData

    /// The kind of medium: what the message says, or else the declared type.
    public var modality: Modality

    /// Where the value stands that the data were read from; nil where they were put together from pieces.
    public var place: Place?

    /// Creates a blob; the modality is that of the declared type unless the message says another.
    public init(declaredType: String?, data: BlobData, modality: Modality? = nil, place: Place? = nil) {
        self.declaredType = declaredType
        self.data = data
        self.place = place
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
