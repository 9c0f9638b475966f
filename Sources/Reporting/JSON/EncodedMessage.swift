internal import Conversation

/// A message as JSON outputs show it.
///
/// OpenTelemetry GenAI semantic conventions, `gen_ai.input.messages` and `gen_ai.output.messages`
struct EncodedMessage: EncodedValue {
    /// The message.
    let message: Message

    /// Whether it is an alternative of an answer, which has a number and a reason to end; a turn of a prompt has
    /// neither.
    let isAnswer: Bool

    /// Its parts.
    let parts: [EncodedPart]

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            if isAnswer { writer.number("index", message.index) }
            if isAnswer, message.role == nil { writer.null("role") }
            writer.captured("role", message.role)
            if let reason = message.finishReason {
                writer.captured("finish_reason", reason.raw)
                if reason.unified == nil { writer.null("unified_finish_reason") }
                writer.own("unified_finish_reason", reason.unified?.rawValue)
            }
            writer.array("parts", parts)
            if !message.details.isEmpty { writer.member("details", EncodedDetails(details: message.details)) }
        }
    }
}
