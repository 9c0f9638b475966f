internal import JSONReading

/// Reads `usageMetadata`.
///
/// `candidatesTokenCount` leaves thoughts out and `totalTokenCount` has them in; tokens of tool results count as input.
enum GeminiUsage {
    /// The comparable counts, and the sums that can be checked.
    static func tokens(_ usage: JSONValue) -> TokenUsage {
        let prompt = usage.field("promptTokenCount", "prompt_token_count")?.int
        let toolUse = usage.field("toolUsePromptTokenCount", "tool_use_prompt_token_count")?.int
        let candidates = usage.field("candidatesTokenCount", "candidates_token_count")?.int
        let thoughts = usage.field("thoughtsTokenCount", "thoughts_token_count")?.int
        var tokens = TokenUsage(
            input: sum(prompt, toolUse), output: sum(candidates, thoughts),
            total: usage.field("totalTokenCount", "total_token_count")?.int,
            cachedInput: usage.field("cachedContentTokenCount", "cached_content_token_count")?.int, reasoning: thoughts,
            inputByModality: counts(usage.field("promptTokensDetails", "prompt_tokens_details")),
            outputByModality: counts(usage.field("candidatesTokensDetails", "candidates_tokens_details")))
        tokens.sums = [
            sum(of: tokens.inputByModality, declared: prompt, name: "promptTokenCount"),
            sum(of: tokens.outputByModality, declared: candidates, name: "candidatesTokenCount"),
            total(tokens),
        ].compactMap { sum in sum }
        return tokens
    }

    /// The sum of what is there; nil when nothing is, the largest number when it cannot be held.
    private static func sum(_ counts: Int?...) -> Int? {
        let present = counts.compactMap { count in count }
        return present.isEmpty ? nil : present.saturatingSum
    }

    private static func counts(_ details: JSONValue?) -> [ModalityCount] {
        details?.elements.compactMap { entry in
            guard let modality = entry.field("modality").flatMap(GeminiEnum.modality.name) else { return nil }
            return ModalityCount(modality: modality, tokens: entry.field("tokenCount", "token_count")?.int ?? 0)
        } ?? []
    }

    /// The sum of the modalities that are itemised.
    private static func sum(of counts: [ModalityCount], declared: Int?, name: String) -> TokenSum? {
        guard let declared, !counts.isEmpty else { return nil }
        return TokenSum(name: name, parts: counts.map(\.tokens), declared: declared, mayOmitParts: true)
    }

    /// The total; an answer that says no input or no output leaves nothing to check.
    private static func total(_ tokens: TokenUsage) -> TokenSum? {
        guard let input = tokens.input, let output = tokens.output, let total = tokens.total else { return nil }
        return TokenSum(name: "totalTokenCount", parts: [input, output], declared: total)
    }
}
