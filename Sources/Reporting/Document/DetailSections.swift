internal import CaptureReading
internal import Conversation
internal import Findings

/// Shows what a second look asks for: the arithmetic of lengths and the warnings of the answer.
struct DetailSections {
    /// The exchange.
    let exchange: InspectedExchange

    /// How things are worded.
    let wording: Wording

    /// The sections that have something to say.
    var blocks: [Block] {
        [lengths, warnings].compactMap { section in section }.flatMap { section in [section, .gap] }
    }

    /// How the sizes of what was taken out were worked out.
    private var lengths: Block? {
        let sides = [("request", exchange.requestLength), ("response", exchange.responseLength)]
        let rows = sides.compactMap { name, length in
            length.flatMap(arithmetic).map { words in [Inline(name), Inline(words)] }
        }
        return rows.isEmpty ? nil : .section(Section("LENGTHS", [.rows(Rows(rows))]))
    }

    /// The lengths of a body as a sum in words; nil where there is nothing to work out.
    func arithmetic(_ length: BodyLength) -> String? {
        let declared = "Content-Length \(length.declared.grouped)"
        guard let elided = length.elided else {
            return length.differs ? "\(declared), captured \(length.captured.grouped) bytes" : nil
        }
        let form = elided.isMinified ? "captured without white space" : "captured"
        let characters = elided.characterCount.grouped
        return "\(declared) - \(form) \(elided.capturedLength.grouped) + \(placeholders(elided)) = "
            + "\(characters) characters of base64 = \(bytes(elided)) (estimate)"
    }

    private func placeholders(_ elided: ElidedSize) -> String {
        "\(elided.count == 1 ? "placeholder" : "\(elided.count) placeholders") \(elided.placeholderLength)"
    }

    private func bytes(_ elided: ElidedSize) -> String {
        let range = elided.byteCounts
        let most = range.upperBound.grouped
        return range.count == 1 ? "about \(most) bytes" : "\(range.lowerBound.grouped) to \(most) bytes"
    }

    private var warnings: Block? {
        guard let answer = exchange.answer, !answer.warnings.isEmpty else { return nil }
        let rows = answer.warnings.map { warning in
            [Inline(wording.line(warning.place)), Inline(wording.captured(warning.message))]
        }
        return .section(Section("ANSWER", lead: [Inline(Wording.count(rows.count, "warning"))], [.rows(Rows(rows))]))
    }
}
