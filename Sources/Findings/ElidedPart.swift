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

    /// The parts of a prompt and of its answer whose data were taken out, in order.
    static func all(in conversation: ConversationReading) -> [ElidedPart] {
        elided(of: conversation.prompt?.messages ?? [], isAnswer: false)
            + elided(of: conversation.answer?.messages ?? [], isAnswer: true)
    }

    private static func elided(of messages: [Message], isAnswer: Bool) -> [ElidedPart] {
        messages.enumerated().flatMap { message in
            message.element.parts.enumerated().compactMap { part in
                guard let blob = part.element.blob, let elision = blob.elision else { return nil }
                let logicalPlace = LogicalPlace.part(part.offset, ofMessage: message.offset, isAnswer: isAnswer)
                return ElidedPart(
                    modality: blob.modality, elision: elision, isAnswer: isAnswer, logicalPlace: logicalPlace,
                    place: elision.place ?? part.element.place)
            }
        }
    }
}
