internal import CaptureReading
internal import Conversation
internal import Findings
internal import JSONReading

/// Shows the filters, parameters and tools that were sent, a row each.
struct SettingTables {
    /// What the article is about.
    let writer: ArticleWriter

    /// The sections, or nothing where nothing was asked.
    var sections: [ArticleSection] {
        guard writer.exchange.conversation.isPromptCaptured, let prompt = writer.exchange.prompt else { return [] }
        return [safety(of: prompt), config(of: prompt)]
    }

    // MARK: Safety

    private func safety(of prompt: Prompt) -> ArticleSection {
        let ratings = self.ratings
        guard let settings = prompt.safety, !settings.isEmpty else {
            let note = ArticleBlock.note("Nothing sent: the provider's defaults apply.")
            return ArticleSection(.safety, [note] + (ratings.isEmpty ? [] : [table(of: [], ratings)]))
        }
        let lead = SettingSections.verdict(on: settings)
        return ArticleSection(.safety, lead: [lead], [table(of: settings, ratings)])
    }

    /// A row for each setting, then one for each category that was rated alone.
    private func table(of settings: [SafetySetting], _ ratings: [(category: String, words: String)]) -> ArticleBlock {
        let rated = Dictionary(ratings) { first, _ in first }
        var rows = settings.map { setting in
            let isOff = setting.isOff
            return ArticleTable.Row(cells: [
                Inline(writer.wording.captured(setting.category ?? "no category")),
                Inline(writer.wording.captured(setting.threshold ?? "no threshold"), isOff ? .severity(.high) : .plain),
                isOff ? Inline("off: nothing is blocked", .severity(.high)) : Inline("on", .good),
                Inline(setting.category.flatMap { category in rated[category] } ?? ""),
                writer.lineCell(setting.thresholdPlace ?? setting.categoryPlace),
            ])
        }
        let sent = Set(settings.compactMap(\.category))
        for rating in ratings where !sent.contains(rating.category) {
            rows.append(
                ArticleTable.Row(cells: [
                    Inline(writer.wording.captured(rating.category)), Inline("not sent", .faint), Inline(""),
                    Inline(rating.words), Inline(""),
                ]))
        }
        return .table(
            ArticleTable(
                caption: "Safety settings",
                headings: ["Category", "Threshold sent", "Filter", "Rating returned", "Line"],
                rows: rows))
    }

    /// What the answer rated itself, in the order in which it did; the last rating of a category counts.
    private var ratings: [(category: String, words: String)] {
        let lists = (writer.exchange.answer?.messages ?? []).flatMap { message in
            message.details.filter { detail in detail.name == "safetyRatings" || detail.name == "safety_ratings" }
                .flatMap(\.values)
        }
        return lists.flatMap(\.elements).compactMap { rating in
            guard let category = rating["category"]?.string else { return nil }
            let words = ["probability", "severity"].compactMap { name in rating[name]?.string }
            let blocked = rating["blocked"].map { value in value.kind == .true ? ["blocked"] : [] } ?? []
            return (category, writer.wording.captured((words + blocked).joined(separator: ", ")))
        }
    }

    // MARK: Config

    private func config(of prompt: Prompt) -> ArticleSection {
        var rows = prompt.config.map { setting in
            ArticleTable.Row(cells: [
                Inline(writer.wording.captured(setting.name)),
                Inline(shown(setting.value, named: setting.name)), writer.lineCell(setting.place),
            ])
        }
        if prompt.outputLimit == nil {
            rows.append(
                ArticleTable.Row(cells: ["max output tokens", Inline("not sent", .faint), Inline("")]))
        }
        var blocks = [
            ArticleBlock.table(
                ArticleTable(
                    caption: "Parameters", headings: ["Parameter", "Value", "Line"], rows: rows, verbatimColumns: [1]))
        ]
        if let tools = prompt.tools { blocks.append(self.table(of: tools)) }
        let toolWords = prompt.tools.map { tools in [Inline(Wording.count(tools.count, "tool"))] } ?? []
        return ArticleSection(
            .config, lead: [Inline(Wording.count(prompt.config.count, "parameter"))] + toolWords, blocks)
    }

    private func table(of tools: [Tool]) -> ArticleBlock {
        guard !tools.isEmpty else { return .note("Tools: an empty list was sent.") }
        let rows = tools.map { tool in
            ArticleTable.Row(cells: [
                Inline(writer.wording.captured(tool.name)), Inline(tool.kind == .function ? "client" : "provider"),
                Inline(shown(tool.raw, named: nil)), writer.lineCell(tool.place),
            ])
        }
        return .table(
            ArticleTable(
                caption: "Tools", headings: ["Tool", "Run by", "Declaration", "Line"], rows: rows, verbatimColumns: [2])
        )
    }

    /// The most characters of a value.
    private static let longestValue = 4000

    /// The most bytes of a value that stands in one line.
    private static let longestLine = 80

    private func shown(_ value: JSONValue, named name: String?) -> String {
        let compact = RedactedValue(value, name: name, redactor: writer.wording.redactor).compact
        guard compact.utf8.count > SettingTables.longestLine else { return compact }
        let cut = CutText(writer.spread(value, named: name), most: SettingTables.longestValue)
        return cut.hidden > 0 ? "\(cut.text)… [+\(cut.hidden)]" : cut.text
    }
}
