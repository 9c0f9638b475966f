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

    /// The provider's own error: its message line by line, then what else it says.
    private var error: Block? {
        guard let answer = exchange.answer, let error = answer.error else { return nil }
        let names = ["status", "type", "code", "message"]
        let words = names.dropLast().compactMap { name in error[name].flatMap(scalar) }
        var lead = words.prefix(2).map { word in Inline(wording.captured(word), .severity(.high)) }
        lead.append(Inline(wording.line(answer.errorPlace), .faint))
        guard let message = error["message"]?.string ?? error.string else {
            return .section(Section("ERROR", lead: lead, [.remark(shown(error))]))
        }
        let lines = message.utf8.split(separator: UInt8(ascii: "\n")).prefix(ErrorSection.mostLines).map { line in
            Block.remark(Inline(wording.captured(String(Substring(line)))))
        }
        let details = error.members.filter { member in !names.contains(member.name) }.map { member in
            Block.remark(Inline("\(wording.captured(member.name)) ", .faint) + shown(member.value, named: member.name))
        }
        return .section(Section("ERROR", lead: lead, lines + details.prefix(ErrorSection.mostLines)))
    }

    /// The most lines of a message, and the most of its details, that are shown.
    private static let mostLines = 12

    /// A prompt that was not let through.
    private var blocked: Block? {
        guard let answer = exchange.answer, let reason = answer.blockReason else { return nil }
        let lead = [
            Inline("the prompt was blocked: \(wording.captured(reason))", .severity(.high)),
            Inline(wording.line(answer.blockReasonPlace), .faint),
        ]
        let feedback = answer.promptFeedback.map { feedback in [Block.remark(shown(feedback))] } ?? []
        return .section(Section("BLOCKED", lead: lead, feedback))
    }

    /// A value in one line, shortened.
    private func shown(_ value: JSONValue, named name: String? = nil) -> Inline {
        let value = RedactedValue(value, name: name, redactor: wording.redactor)
        let preview = Preview(of: value.compact, columns: 400)
        return Inline(preview.text) + (preview.hidden > 0 ? Inline(" [+\(preview.hidden)]", .faint) : "")
    }

    private func scalar(_ value: JSONValue) -> String? {
        value.string ?? value.numberLexeme
    }
}
