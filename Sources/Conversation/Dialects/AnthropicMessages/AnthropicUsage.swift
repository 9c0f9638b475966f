internal import JSONReading

/// Reads `usage`.
///
/// `input_tokens` leaves out what was read from a cache and what was written to it.
enum AnthropicUsage {
    /// The comparable counts; the provider says no total.
    static func tokens(_ usage: JSONValue) -> TokenUsage {
        let cached = usage["cache_read_input_tokens"]?.int
        let input = [usage["input_tokens"]?.int, usage["cache_creation_input_tokens"]?.int, cached]
            .compactMap { count in count }
        return TokenUsage(
            input: input.isEmpty ? nil : input.saturatingSum, output: usage["output_tokens"]?.int, cachedInput: cached,
            reasoning: usage["output_tokens_details"]?["thinking_tokens"]?.int)
    }
}
