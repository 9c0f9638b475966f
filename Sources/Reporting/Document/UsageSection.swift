internal import Conversation
internal import Findings

/// Shows what the answer cost in tokens.
struct UsageSection {
    private let tokens: TokenUsage?
    private let wording: Wording

    /// Creates the section of an exchange.
    init(_ exchange: InspectedExchange, _ wording: Wording) {
        tokens = exchange.answer?.tokens
        self.wording = wording
    }

    /// The section, or nothing where no tokens were counted.
    var blocks: [Block] {
        guard let tokens else { return [] }
        let sides = [
            tokens.input.map { count in
                side("in", count, cached: tokens.cachedInput, reasoning: nil, tokens.inputByModality)
            },
            tokens.output.map { count in
                side("out", count, cached: nil, reasoning: tokens.reasoning, tokens.outputByModality)
            },
        ]
        let lead = sides.compactMap { side in side }
        return [.section(Section("USAGE", lead: lead, total.map { total in [.remark(total)] } ?? []))]
    }

    private func side(_ name: String, _ count: Int, cached: Int?, reasoning: Int?, _ modalities: [ModalityCount])
        -> Inline
    {
        var parts: [String] = []
        if let cached, cached > 0 { parts.append("cached \(cached)") }
        if let reasoning, reasoning > 0 { parts.append("reasoning \(reasoning)") }
        parts += modalities.map { part in "\(wording.captured(part.modality.lowercased())) \(part.tokens)" }
        return Inline("\(name) \(count)\(parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")")
    }

    /// The total, and whether the provider's numbers fit together.
    private var total: Inline? {
        guard let tokens, let total = tokens.total else { return nil }
        let wrong = tokens.sums.filter { sum in !sum.agrees }
        let words = Inline("total \(total)")
        if let first = wrong.first {
            return words
                + Inline(
                    ", \(first.name) is \(first.declared) where its parts give \(first.computed)", .severity(.medium))
        }
        return tokens.sums.isEmpty ? words : words + ", sums agree"
    }
}
