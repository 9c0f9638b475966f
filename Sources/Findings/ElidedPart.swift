public import CaptureReading
public import Conversation

/// A part of a message whose data were taken out of the capture.
public struct ElidedPart: Sendable {
    /// The kind of medium that the data were.
    public let modality: Modality

    /// The placeholder that stands for them.
    public let elision: Elision

    /// Whether it is part of the answer.
    public let isAnswer: Bool

    /// Where it stands, in words: `prompt.messages[3].parts[1]`.
    public let logicalPlace: String

    /// Where it stands in the capture.
    public let place: Place?

    /// The parts of a prompt, its system instruction included, and of its answer whose data were taken out, in order.
    static func all(in parts: [PlacedPart]) -> [ElidedPart] {
        parts.compactMap { placed in
            guard let blob = placed.part.blob, let elision = blob.elision else { return nil }
            return ElidedPart(
                modality: blob.modality, elision: elision, isAnswer: placed.isAnswer,
                logicalPlace: placed.logicalPlace, place: elision.place ?? placed.part.place)
        }
    }
}
