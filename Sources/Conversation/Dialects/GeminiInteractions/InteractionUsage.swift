internal import JSONReading

/// Reads `usage`.
///
/// The output leaves thoughts out and the total has them in; tokens of tool results count as input.
enum InteractionUsage {
    /// The comparable counts.
    static func tokens(_ usage: JSONValue) -> TokenUsage {
        let thoughts = usage["total_thought_tokens"]?.int
        return TokenUsage(
            input: sum(usage["total_input_tokens"]?.int, usage["total_tool_use_tokens"]?.int),
            output: sum(usage["total_output_tokens"]?.int, thoughts), total: usage["total_tokens"]?.int,
            cachedInput: usage["total_cached_tokens"]?.int, reasoning: thoughts,
            inputByModality: counts(usage["input_tokens_by_modality"]),
            outputByModality: counts(usage["output_tokens_by_modality"]))
    }

    /// The sum of what is there; nil when nothing is.
    private static func sum(_ counts: Int?...) -> Int? {
        let present = counts.compactMap { count in count }
        return present.isEmpty ? nil : present.saturatingSum
    }

    private static func counts(_ details: JSONValue?) -> [ModalityCount] {
        details?.elements.compactMap { entry in
            entry["modality"]?.string.map { modality in
                ModalityCount(modality: modality, tokens: entry["tokens"]?.int ?? 0)
            }
        } ?? []
    }
}
