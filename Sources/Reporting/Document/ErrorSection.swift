internal import CaptureReading
internal import Conversation
internal import Findings
internal import JSONReading

/// Says why there is no answer, or not a whole one: what most captures are opened for.
struct ErrorSection {
    /// The exchange.
    let exchange: InspectedExchange

    /// How things are worded.
    let wording: Wording

    /// The section, or nothing where nothing failed.
    var blocks: [Block] {
        let sections = [error, blocked].compactMap { section in section }
        return sections.isEmpty ? [] : sections + [.gap]
    }

    /// The provider's own error.
    private var error: Block? {
        guard let answer = exchange.answer, let error = answer.error else { return nil }
        let words = ["status", "type", "code"].compactMap { name in error[name].flatMap(scalar) }
        var lead = words.prefix(2).map { word in Inline(wording.captured(word), .severity(.high)) }
        lead.append(Inline(wording.line(answer.errorPlace), .faint))
        let message = error["message"]?.string ?? error.string ?? String(decoding: error.rawBytes, as: UTF8.self)
        return .section(Section("ERROR", lead: lead, [.remark(Inline(wording.captured(message)))]))
    }

    /// A prompt that was not let through.
    private var blocked: Block? {
        guard let answer = exchange.answer, let feedback = answer.promptFeedback,
            let reason = (feedback["blockReason"] ?? feedback["block_reason"]).flatMap(scalar)
        else { return nil }
        let lead = [
            Inline("the prompt was blocked: \(wording.captured(reason))", .severity(.high)),
            Inline(wording.line(answer.promptFeedbackPlace), .faint),
        ]
        let message = (feedback["blockReasonMessage"] ?? feedback["block_reason_message"])?.string
        let blocks = message.map { message in [Block.remark(Inline(wording.captured(message)))] } ?? []
        return .section(Section("BLOCKED", lead: lead, blocks))
    }

    private func scalar(_ value: JSONValue) -> String? {
        value.string ?? value.numberLexeme
    }
}
