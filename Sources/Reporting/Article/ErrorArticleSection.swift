internal import CaptureReading
internal import Conversation
internal import Findings
internal import JSONReading

/// Says why there is no answer, or not a whole one.
struct ErrorArticleSection {
    /// What the article is about.
    let writer: ArticleWriter

    /// The section, or nothing where nothing failed.
    var section: ArticleSection? {
        let blocks = failure + error + blocked
        return blocks.isEmpty ? nil : ArticleSection(.error, blocks)
    }

    private var failure: [ArticleBlock] {
        guard let words = writer.exchange.exchange.failure else { return [] }
        return [
            .note(Inline("The recorder says: ", .faint) + Inline(writer.wording.captured(words), .severity(.high)))
        ]
    }

    /// The provider's own error.
    private var error: [ArticleBlock] {
        guard let answer = writer.exchange.answer, let error = answer.error else { return [] }
        let message = error["message"]?.string ?? error.string
        let words = message.map { message in
            [ArticleBlock.note(Inline(writer.wording.captured(message), .severity(.high)))]
        }
        return (words ?? []) + [value(error, of: "The provider's error", at: answer.errorPlace)]
    }

    private var blocked: [ArticleBlock] {
        guard let answer = writer.exchange.answer, let reason = answer.blockReason else { return [] }
        let words = Inline("The prompt was blocked: \(writer.wording.captured(reason))", .severity(.high))
        let feedback = answer.promptFeedback.map { feedback in
            [value(feedback, of: "Prompt feedback", at: answer.promptFeedbackPlace)]
        }
        return [.note(words)] + (feedback ?? [])
    }

    /// The members of an object, a row each; anything else in one row.
    private func value(_ value: JSONValue, of caption: String, at place: Place?) -> ArticleBlock {
        var rows = value.members.map { member in
            ArticleTable.Row(cells: [
                Inline(writer.wording.captured(member.name)),
                Inline(
                    CutText(writer.spread(member.value, named: member.name), most: ErrorArticleSection.longest).text),
            ])
        }
        if rows.isEmpty { rows = [ArticleTable.Row(cells: ["value", Inline(writer.spread(value))])] }
        if let line = writer.line(place) { rows.append(ArticleTable.Row(cells: ["line", Inline("\(line)", .faint)])) }
        return .table(
            ArticleTable(caption: caption, headings: ["Member", "Value"], rows: rows, verbatimColumns: [1]))
    }

    /// The most characters of a member's value.
    private static let longest = 20_000
}
