internal import Conversation

/// An answer as JSON outputs show it.
struct EncodedAnswer: EncodedValue {
    /// The answer.
    let answer: Answer

    /// The messages, with their parts.
    let messages: [EncodedMessage]

    /// Further answers of the same body.
    let alternatives: [EncodedAnswer]

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("id", answer.id)
            writer.captured("model", answer.model)
            writer.array("finish_reasons", captured: answer.messages.compactMap(\.finishReason?.raw))
            writer.flag("complete", answer.isComplete)
            if answer.error == nil { writer.null("error") }
            writer.captured("error", value: answer.error)
            writer.number("events", answer.eventCount)
            writer.array("messages", messages)
            writer.captured("prompt_feedback", value: answer.promptFeedback)
            writer.captured("usage", value: answer.usage)
            writer.member("tokens", answer.tokens.map(EncodedTokens.init))
            writer.array("alternatives", alternatives)
            writer.array("warnings", captured: answer.warnings.map(\.kind.rawValue))
            if !answer.details.isEmpty { writer.member("details", EncodedDetails(details: answer.details)) }
        }
    }
}
