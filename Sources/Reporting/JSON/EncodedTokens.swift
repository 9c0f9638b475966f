internal import Conversation

/// Token counts as JSON outputs show them: those that are known.
struct EncodedTokens: EncodedValue {
    /// The counts.
    let tokens: TokenUsage

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.number("input", tokens.input)
            writer.number("output", tokens.output)
            writer.number("total", tokens.total)
            writer.number("cached_input", tokens.cachedInput)
            writer.number("reasoning", tokens.reasoning)
        }
    }
}
