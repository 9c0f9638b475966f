/// Reads `finish_reason`, in the words of OpenAI and of the servers that are compatible.
enum OpenAIFinishReason {
    /// The reason: the server's word, and what it comes down to where that is known.
    static func reason(_ raw: String) -> FinishReason {
        FinishReason(raw: raw, unified: unified(raw))
    }

    private static func unified(_ raw: String) -> FinishReason.Unified? {
        switch raw {
        case "stop", "end_turn", "eos", "eos_token", "stop_sequence": .stop
        case "length", "max_tokens", "model_length": .length
        case "tool_calls", "function_call", "tool_use": .toolCall
        case "content_filter", "refusal": .contentFilter
        case "error", "insufficient_system_resource": .error
        default: nil
        }
    }
}
