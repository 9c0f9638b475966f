internal import JSONReading

/// Reads `usage` as OpenAI's APIs and those that are compatible write it.
///
/// The input has the tokens of the cache in it. The output has those of reasoning in it, but not at every server.
enum OpenAIUsage {
    /// The comparable counts, and the sums that can be checked.
    static func tokens(_ usage: JSONValue) -> TokenUsage {
        let input = usage.field("prompt_tokens", "input_tokens")?.int
        let output = usage.field("completion_tokens", "output_tokens")?.int
        let total = usage.field("total_tokens")?.int
        let inputDetails = usage.field("prompt_tokens_details", "input_tokens_details")
        let outputDetails = usage.field("completion_tokens_details", "output_tokens_details")
        let reasoning = outputDetails?.field("reasoning_tokens")?.int ?? usage.field("reasoning_tokens")?.int
        var tokens = TokenUsage(
            input: input, output: written(output, beside: reasoning, input: input, total: total), total: total,
            cachedInput: inputDetails?.field("cached_tokens")?.int
                ?? usage.field("prompt_cache_hit_tokens", "cached_tokens")?.int,
            reasoning: reasoning, inputByModality: counts(inputDetails), outputByModality: counts(outputDetails))
        if let input = tokens.input, let output = tokens.output, let total {
            // Google's total has the tokens of reasoning in it, which nothing else there counts.
            let mayOmitReasoning = reasoning == nil
            tokens.sums = [
                TokenSum(
                    name: "total_tokens", parts: [input, output], declared: total, mayOmitParts: mayOmitReasoning)
            ]
        }
        return tokens
    }

    /// The tokens written, with those of reasoning: xAI's total has them beside the completion, and so it is told.
    private static func written(_ output: Int?, beside reasoning: Int?, input: Int?, total: Int?) -> Int? {
        guard let output, let reasoning, reasoning > 0, let input, let total else { return output }
        let all = [output, reasoning].saturatingSum
        return [input, all].saturatingSum == total ? all : output
    }

    /// The counts by medium, those that are not zero.
    private static func counts(_ details: JSONValue?) -> [ModalityCount] {
        let media = ["text", "image", "audio", "video"]
        return media.compactMap { medium in
            guard let tokens = details?.field("\(medium)_tokens")?.int, tokens != 0 else { return nil }
            return ModalityCount(modality: medium, tokens: tokens)
        }
    }
}
