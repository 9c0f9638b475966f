internal import Conversation
internal import Findings
internal import JSONReading

/// Shows what the answer cost in tokens: what they were made of, and whether the provider's sums agree.
struct UsageBars {
    /// What the article is about.
    let writer: ArticleWriter

    /// The section, or nothing where no tokens were counted.
    var section: ArticleSection? {
        guard let tokens = writer.exchange.answer?.tokens else { return nil }
        let largest = max(1, tokens.input ?? 0, tokens.output ?? 0)
        let bars = [
            tokens.input.map { count in
                bar("Input", count, part("cached", tokens.cachedInput), tokens.inputByModality, scale: largest)
            },
            tokens.output.map { count in
                bar("Output", count, part("reasoning", tokens.reasoning), tokens.outputByModality, scale: largest)
            },
        ].compactMap { bar in bar }
        let lead = tokens.total.map { total in [Inline("\(total.grouped) tokens")] } ?? []
        return ArticleSection(.usage, lead: lead, [.bars(bars)] + sums(of: tokens) + account)
    }

    private func bar(
        _ name: String, _ count: Int, _ first: [StackedBar.Part], _ modalities: [ModalityCount], scale: Int
    ) -> StackedBar {
        let parts = modalities.map { part in
            StackedBar.Part(
                name: Preview(of: writer.wording.captured(part.modality.lowercased()), columns: 30).text,
                count: max(0, part.tokens))
        }
        return StackedBar(name: name, total: max(0, count), parts: modalities.isEmpty ? first : parts, scale: scale)
    }

    private func part(_ name: String, _ count: Int?) -> [StackedBar.Part] {
        guard let count, count > 0 else { return [] }
        return [StackedBar.Part(name: name, count: count)]
    }

    /// The provider's sums, and what their parts come to.
    private func sums(of tokens: TokenUsage) -> [ArticleBlock] {
        guard !tokens.sums.isEmpty else { return [] }
        let rows = tokens.sums.map { sum in
            ArticleTable.Row(cells: [
                Inline(writer.wording.captured(sum.name)), Inline(sum.parts.map(\.grouped).joined(separator: " + ")),
                Inline(sum.computed.grouped), Inline(sum.declared.grouped),
                sum.agrees
                    ? Inline(sign: "✓", .good) + Inline(sum.computed == sum.declared ? " agree" : " leaves room", .good)
                    : Inline(sign: "✗", .severity(.medium)) + Inline(" differ", .severity(.medium)),
            ])
        }
        let headings = ["Sum", "Parts", "Computed", "Declared", "Verdict"]
        return [.table(ArticleTable(caption: "Sums", headings: headings, rows: rows))]
    }

    /// The provider's own account, verbatim.
    private var account: [ArticleBlock] {
        guard let usage = writer.exchange.answer?.usage else { return [] }
        let rows = usage.members.map { member in
            ArticleTable.Row(cells: [
                Inline(writer.wording.captured(member.name)),
                Inline(RedactedValue(member.value, name: member.name, redactor: writer.wording.redactor).compact),
            ])
        }
        guard !rows.isEmpty else { return [] }
        let line = writer.line(writer.exchange.answer?.usagePlace).map { line in ", line \(line)" } ?? ""
        return [
            .table(
                ArticleTable(
                    caption: "The provider's account\(line)", headings: ["Counter", "Value"], rows: rows,
                    verbatimColumns: [1]))
        ]
    }
}
