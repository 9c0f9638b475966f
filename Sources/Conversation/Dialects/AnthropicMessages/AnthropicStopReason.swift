/// Why a message of Anthropic ended.
enum AnthropicStopReason {
    /// What a reason comes down to, or nil where that is not known; a turn that is paused goes on.
    ///
    /// https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons
    static func unified(_ reason: String) -> FinishReason.Unified? {
        switch reason {
        case "end_turn", "stop_sequence": .stop
        case "max_tokens", "model_context_window_exceeded": .length
        case "tool_use": .toolCall
        case "refusal": .contentFilter
        case "compaction": .compaction
        default: nil
        }
    }
}
