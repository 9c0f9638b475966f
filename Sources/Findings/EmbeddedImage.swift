public import CaptureReading
public import Conversation
public import ImageValidation

/// An image that stands in a message itself, or a placeholder for one.
public struct EmbeddedImage: Sendable {
    /// The number in the capture, from 1.
    public var number: Int

    /// The part that it is, as a path: `answer/messages/0/parts/1`.
    public var source: String

    /// The role of its message.
    public var role: String?

    /// The number of its turn, from 1; the answer's is one more than the prompt's last, the system instruction's is 0.
    public var turn: Int

    /// Whether it is part of the answer.
    public var isAnswer: Bool

    /// The blob.
    public var blob: Blob

    /// Where it stands.
    public var place: Place?

    /// Where it stands, in the words of findings: `prompt.messages[3].parts[1]`.
    let logicalPlace: String

    /// How large it was before it was taken out, where that can be worked out.
    public var estimate: ElidedSize?

    /// What its structure says, its pixels left aside; nil where its data are not there.
    public let report: ImageReport?

    /// Creates an image.
    init(
        number: Int, source: String, role: String?, turn: Int, isAnswer: Bool, blob: Blob, place: Place?,
        logicalPlace: String
    ) {
        self.number = number
        self.source = source
        self.role = role
        self.turn = turn
        self.isAnswer = isAnswer
        self.blob = blob
        self.place = place
        self.logicalPlace = logicalPlace
        estimate = nil
        report = EmbeddedImage.bytes(of: blob).map { bytes in
            ImageValidator(options: ImageValidationOptions(depth: .structure)).validate(bytes[...])
        }
    }

    /// The images of a prompt and of its answer, in order.
    static func all(in conversation: ConversationReading, numberedFrom first: Int) -> [EmbeddedImage] {
        var images: [EmbeddedImage] = []
        for placed in PlacedPart.all(in: conversation) {
            guard let blob = placed.part.blob, blob.modality == .image else { continue }
            images.append(
                EmbeddedImage(
                    number: first + images.count, source: placed.path, role: placed.role, turn: placed.turn,
                    isAnswer: placed.isAnswer, blob: blob, place: blob.elision?.place ?? placed.part.place,
                    logicalPlace: placed.logicalPlace))
        }
        return images
    }

    /// The bytes of base64 that stand for it in its body, or stood there before it was taken out alone; nil where
    /// that is not known.
    var encodedByteCount: Int? {
        switch blob.data {
        case .bytes(let bytes, _): bytes.isEmpty ? nil : (bytes.count + 2) / 3 * 4
        case .elided: estimate.flatMap { estimate in estimate.count == 1 ? estimate.characterCount : nil }
        }
    }

    /// Whether bytes of it are in the capture.
    var hasBytes: Bool { EmbeddedImage.bytes(of: blob) != nil }

    /// The data of a blob; nil where there are none.
    private static func bytes(of blob: Blob) -> [UInt8]? {
        guard case .bytes(let bytes, _) = blob.data, !bytes.isEmpty else { return nil }
        return bytes
    }
}
