internal import JSONReading

/// Reads `usage`.
///
/// `inputTokens` leaves out what was read from a cache and what was written to it.
enum ConverseUsage {
    /// The comparable counts; Nova's own streams name those of the cache otherwise.
    static func tokens(_ usage: JSONValue) -> TokenUsage {
        let cached = usage.field("cacheReadInputTokens", "cacheReadInputTokenCount")?.tokenCount
        let written = usage.field("cacheWriteInputTokens", "cacheWriteInputTokenCount")?.tokenCount
        let input = [usage["inputTokens"]?.tokenCount, cached, written].compactMap { count in count }
        return TokenUsage(
            input: input.isEmpty ? nil : input.saturatingSum, output: usage["outputTokens"]?.tokenCount,
            total: usage["totalTokens"]?.tokenCount, cachedInput: cached)
    }
}
