public import CaptureReading
public import Conversation
public import ImageValidation

/// An image, a sound or a file that an exchange carries in itself, or a placeholder for one.
public struct EmbeddedMedium: Sendable {
    /// What may be extracted together.
    public enum Kind: String, Sendable, CaseIterable {
        /// A picture.
        case image

        /// Sound.
        case audio

        /// Anything else: a document, moving pictures.
        case file
    }

    /// The data with what is declared of them.
    public var blob: Blob

    /// Whether the response carries it.
    public var isAnswer: Bool

    /// Where it stands in its body; nil where a dialect put it together from pieces.
    public var spot: MediumSpot?

    /// The part of a message that it is; nil where it is none.
    public var part: MediumPart?

    /// The codings that were removed from its text, outermost first: `data_url`, `base64`; none where the body has its
    /// bytes as they are.
    public var layers: [BodyLayer]

    /// Further codings that were removed because what came out was text of one again.
    public var repeatedLayers: [BodyLayer] = []

    /// The placeholder that stands for the end of its data; nil where none does.
    public var cut: String?

    /// How many times more the same body carries it: streams say at their end what they said before.
    public var repeatCount = 0

    /// Creates a medium.
    init(
        blob: Blob, isAnswer: Bool, spot: MediumSpot?, part: MediumPart? = nil, layers: [BodyLayer],
        cut: String? = nil
    ) {
        let unwrapped = UnwrappedBlob(blob)
        self.blob = unwrapped.blob
        self.isAnswer = isAnswer
        self.spot = spot
        self.part = part
        self.layers = layers
        self.cut = cut
        repeatedLayers = unwrapped.layers
    }

    /// The bytes, as far as they could be decoded; nil where a placeholder stands for them.
    public var bytes: [UInt8]? {
        guard case .bytes(let bytes, _) = blob.data else { return nil }
        return bytes
    }

    /// The format of an image by its first bytes; nil for what is none, and for a document.
    public var format: ImageFormatID? {
        guard let bytes, let format = ImageFormatCatalog.format(of: bytes[...])?.id, format != .pdf else { return nil }
        return format
    }

    /// What it is: by its bytes, else by what is declared.
    public var kind: Kind {
        if format != nil { return .image }
        switch blob.modality {
        case .image: return .image
        case .audio: return .audio
        case .video, .document: return .file
        }
    }

    /// Where it is, as one path: the part of a message, or the place in a body.
    public var source: String {
        part?.path ?? "\(isAnswer ? "response" : "request")/body\(spot?.description ?? "")"
    }
}
