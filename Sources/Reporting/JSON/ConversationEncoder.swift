internal import Conversation
internal import Findings

/// Makes the encoded forms of prompts and answers: numbers their images, and passes on what is shown beside the usual.
struct ConversationEncoder {
    private let options: JSONOptions
    private let imageNumbers: [String: Int]

    /// Creates an encoder for the conversation that holds these images.
    init(images: [EmbeddedImage], options: JSONOptions) {
        self.options = options
        let sources = images.map { image in (image.source, image.number) }
        imageNumbers = Dictionary(sources) { first, _ in first }
    }

    /// What was asked.
    func encode(_ prompt: Prompt) -> EncodedPrompt {
        EncodedPrompt(
            prompt: prompt, system: encode(prompt.system, of: "prompt/system"),
            messages: encode(prompt.messages, of: "prompt", isAnswer: false))
    }

    /// What came back.
    func encode(_ answer: Answer) -> EncodedAnswer {
        encode(answer, at: "answer")
    }

    private func encode(_ answer: Answer, at path: String) -> EncodedAnswer {
        let alternatives = answer.alternatives.enumerated().map { other in
            encode(other.element, at: "\(path)/alternatives/\(other.offset)")
        }
        return EncodedAnswer(
            answer: answer, messages: encode(answer.messages, of: path, isAnswer: true), alternatives: alternatives)
    }

    private func encode(_ messages: [Message], of side: String, isAnswer: Bool) -> [EncodedMessage] {
        messages.enumerated().map { turn in
            let parts = encode(turn.element.parts, of: "\(side)/messages/\(turn.offset)/parts")
            return EncodedMessage(message: turn.element, isAnswer: isAnswer, parts: parts)
        }
    }

    /// The parts of a list, each with the number of the image that has its path.
    private func encode(_ parts: [MessagePart], of path: String) -> [EncodedPart] {
        parts.enumerated().map { part in
            EncodedPart(part: part.element, imageNumber: imageNumbers["\(path)/\(part.offset)"], options: options)
        }
    }
}
