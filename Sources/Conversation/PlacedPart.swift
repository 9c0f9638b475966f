/// A part of a conversation with where it stands in it: one walk for everything that looks at all parts.
package struct PlacedPart: Sendable {
    /// The part.
    package let part: MessagePart

    /// Its path: `prompt/system/0`, `answer/messages/0/parts/1`.
    package let path: String

    /// The role of its message; `system` for the system instruction.
    package let role: String?

    /// The number of its turn, from 1; 0 for the system instruction, one more than the prompt's last for the answer.
    package let turn: Int

    /// Whether it is part of the answer.
    package let isAnswer: Bool

    /// Every part of a conversation: of the system instruction, of what was sent, of the answer.
    package static func all(in conversation: ConversationReading) -> [PlacedPart] {
        let sent = conversation.prompt?.messages ?? []
        let received = conversation.answer?.messages ?? []
        var parts = (conversation.prompt?.system ?? []).enumerated().map { part in
            PlacedPart(
                part: part.element, path: "prompt/system/\(part.offset)", role: "system", turn: 0, isAnswer: false)
        }
        for (index, message) in sent.enumerated() {
            parts += placed(message, path: "prompt/messages/\(index)", turn: index + 1, isAnswer: false)
        }
        for (index, message) in received.enumerated() {
            parts += placed(message, path: "answer/messages/\(index)", turn: sent.count + 1, isAnswer: true)
        }
        return parts
    }

    private static func placed(_ message: Message, path: String, turn: Int, isAnswer: Bool) -> [PlacedPart] {
        message.parts.enumerated().map { part in
            PlacedPart(
                part: part.element, path: "\(path)/parts/\(part.offset)", role: message.role, turn: turn,
                isAnswer: isAnswer)
        }
    }
}
