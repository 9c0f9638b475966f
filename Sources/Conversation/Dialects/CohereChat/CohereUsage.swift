internal import JSONReading

/// Reads `usage`, or what the first version has in `meta`.
///
/// What is billed leaves out what Cohere adds to a prompt, so that the tokens count where they are said.
enum CohereUsage {
    /// The comparable counts; the provider says no total.
    static func tokens(_ usage: JSONValue) -> TokenUsage {
        let counts = usage.field("tokens", "billed_units")
        return TokenUsage(
            input: counts?["input_tokens"]?.tokenCount, output: counts?["output_tokens"]?.tokenCount,
            cachedInput: usage["cached_tokens"]?.tokenCount, reasoning: counts?["reasoning_tokens"]?.tokenCount)
    }
}
