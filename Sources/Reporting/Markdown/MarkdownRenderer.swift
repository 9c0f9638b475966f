internal import CaptureReading
internal import Findings

/// Lays the articles and overviews of a page out as Markdown, piece by piece; it knows no dialect and no rule.
struct MarkdownRenderer {
    /// How much is shown.
    let options: PageOptions

    /// The most characters of what is said in a turn, unless all are asked for.
    private static let mostCharacters = 4000

    /// The most turns, unless all are asked for: of more, the first and the last.
    private static let mostTurns = 12
    private static let firstTurns = 2

    // MARK: Articles

    /// An exchange as pieces, each of which stands by itself: the first is its heading.
    func pieces(of article: Article, number: Int) -> [String] {
        var title = "### \(number)"
        for fact in article.title { title += " · " + MarkdownText.inline(fact) }
        let tiles = article.tiles.map { tile in
            let note = tile.note.isEmpty ? "" : MarkdownText.inline(tile.note, isCell: true)
            return "| \(tile.label) | \(MarkdownText.inline(tile.value, isCell: true)) | \(note) |\n"
        }
        let head = "\(title)\n\n| | | |\n|--|--|--|\n\(tiles.joined())"
        let sections = article.sections.map { section in
            let isOpen = section.kind == .error || section.kind == .conversation && article.isOpen
            return folded(
                section.kind.title, isOpen: isOpen, lead: section.lead, section.blocks.map(text).joined(separator: "\n")
            )
        }
        return [head, findings(article.findings)] + sections
    }

    /// A part that its reader unfolds; its title is the program's own.
    private func folded(_ title: String, isOpen: Bool, lead: [Inline], _ content: String) -> String {
        let words = lead.map { fact in MarkdownText.inline(fact) }.joined(separator: " · ")
        return "<details\(isOpen ? " open" : "")><summary><b>\(title)</b></summary>\n\n"
            + (words.isEmpty ? "" : words + "\n\n") + content + "\n</details>\n"
    }

    private func text(_ block: ArticleBlock) -> String {
        switch block {
        case .note(let words): MarkdownText.inline(words) + "\n"
        case .table(let table): text(table)
        case .chat(let bubbles): text(bubbles)
        case .pictures(let pictures): pictures.map(text).joined(separator: "\n")
        case .bars(let bars): bars.map(text).joined()
        case .timeline(let timeline): text(timeline)
        case .lines(let lines): MarkdownText.block(lines.text.text) + more(lines.text.hidden)
        }
    }

    // MARK: Tables

    /// A table, its caption above it.
    func text(_ table: ArticleTable) -> String {
        let rows = table.rows.map { row in
            row.cells.map { cell in MarkdownText.inline(MarkdownRenderer.oneLine(cell), isCell: true) }
        }
        return "\(MarkdownText.inline(table.caption)):\n\n" + MarkdownRenderer.table(table.headings, rows)
    }

    /// A table of cells that are Markdown already.
    static func table(_ headings: [String], _ rows: [[String]]) -> String {
        let lines = [headings, headings.map { _ in "--" }] + rows
        return lines.map { cells in "| \(cells.joined(separator: " | ")) |\n" }.joined()
    }

    /// A value of several lines in one, its indentation left out.
    private static func oneLine(_ cell: Inline) -> Inline {
        guard cell.text.utf8.contains(UInt8(ascii: "\n")) else { return cell }
        let words = cell.text.utf8.split { byte in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: " ") }
        return Inline(words.map { word in String(Substring(word)) }.joined(separator: " "))
    }

    private func findings(_ findings: [FindingEntry]) -> String {
        let rows = findings.map { finding in
            let lines = finding.places.compactMap { site in site.line.map(String.init) }
            let rest = finding.hiddenCount > 0 ? " and \(finding.hiddenCount) more" : ""
            return [
                finding.severity.rawValue, MarkdownText.inline(finding.rule, isCell: true),
                lines.prefix(8).joined(separator: ", ") + rest, MarkdownText.inline(finding.message, isCell: true),
            ]
        }
        let grave = findings.count { finding in finding.severity >= .medium }
        let headings = ["Severity", "Rule", "Lines", "Finding"]
        guard !findings.isEmpty else { return "No findings.\n" }
        return MarkdownRenderer.table(headings, Array(rows.prefix(grave)))
            + (grave == rows.count
                ? ""
                : "\n"
                    + folded(
                        "Low and informative: \(Wording.count(rows.count - grave, "rule"))", isOpen: false, lead: [],
                        MarkdownRenderer.table(headings, Array(rows.dropFirst(grave)))))
    }

    // MARK: Conversations

    private func text(_ bubbles: [Bubble]) -> String {
        let hidden = options.isVerbose ? 0 : max(0, bubbles.count - MarkdownRenderer.mostTurns)
        let first = hidden > 0 ? MarkdownRenderer.firstTurns : 0
        let more = hidden > 0 ? ["*[\(Wording.count(hidden, "turn")) more]*\n"] : []
        let parts = bubbles.prefix(first).map(text) + more + bubbles.dropFirst(first + hidden).map(text)
        return parts.joined(separator: "\n")
    }

    private func text(_ bubble: Bubble) -> String {
        var facts = ["**\(MarkdownText.inline(bubble.role))**"]
        if bubble.side == .answer { facts.append("answer") }
        if let line = bubble.line { facts.append("line \(line)") }
        if let end = bubble.end { facts.append(MarkdownText.inline(end)) }
        return ([facts.joined(separator: " · ") + "\n"] + bubble.pieces.map(text)).joined(separator: "\n")
    }

    private func text(_ piece: Bubble.Piece) -> String {
        switch piece {
        case .text(let text): return block(text)
        case .named(let name, let text): return "\(MarkdownText.inline(Inline(name.text))):\n\n\(block(text))"
        case .value(let title, let text): return "\(MarkdownText.inline(Inline(title.text)))\n\n\(block(text))"
        case .note(let words): return MarkdownText.inline(words) + "\n"
        case .picture(let picture): return text(picture)
        }
    }

    private func text(_ picture: Picture) -> String {
        let facts = picture.facts.map { fact in MarkdownText.inline(fact) }.joined(separator: " · ")
        return "image: \(MarkdownText.inline(picture.type)) · \(facts)\n"
    }

    private func block(_ text: CutText) -> String {
        let cut = options.isVerbose ? text : CutText(text.text, most: MarkdownRenderer.mostCharacters)
        return MarkdownText.block(cut.text) + more(cut.hidden + (options.isVerbose ? 0 : text.hidden))
    }

    private func more(_ hidden: Int) -> String {
        hidden > 0 ? "\n*[\(hidden.grouped) characters more]*\n" : ""
    }

    // MARK: Figures

    private func text(_ bar: StackedBar) -> String {
        let parts = bar.parts.map { part in "\(MarkdownText.inline(part.name)) \(part.count.grouped)" }
        return "**\(bar.name)** \(bar.total.grouped)\(parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")\n\n"
    }

    private func text(_ timeline: EventTimeline) -> String {
        let rows = { (events: [EventTimeline.Event]) in
            events.map { event in
                [
                    "\(event.number)", "\(event.line)", event.offset.grouped, Wording.size(event.size),
                    MarkdownText.inline(event.type, isCell: true), MarkdownText.inline(event.preview, isCell: true),
                ]
            }
        }
        return MarkdownRenderer.table(
            ["Event", "Line", "At byte", "Size", "Type", "Data"], rows(timeline.first) + rows(timeline.last))
    }
}
