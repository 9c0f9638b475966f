internal import Findings

/// Lays the articles and overviews of a page out as HTML; it knows no dialect and no rule.
struct HTMLRenderer {
    /// Takes the markup.
    var html = HTMLWriter()

    /// Whether nothing is folded.
    let isVerbose: Bool

    /// Creates a renderer that has written nothing.
    init(isVerbose: Bool) {
        self.isVerbose = isVerbose
    }

    // MARK: Articles

    /// Adds an exchange.
    ///
    /// - Parameters:
    ///   - article: the exchange in words.
    ///   - number: its number.
    ///   - isDeferred: whether what is folded is handed to the script as text. A browser takes next to nothing for that,
    ///     and seconds for the elements of thousands of exchanges; one that runs no script has the elements all the same.
    mutating func add(_ article: Article, number: Int, isDeferred: Bool = false) {
        let isDeferred = isDeferred && !article.isOpen
        html.begin(.article, [.class(.exchange)])
        mark(article.anchor, "exchange \(number)")
        html.begin(.details, article.isOpen ? [.open] : [])
        html.element(.summary) { html in
            html.element(.h2) { html in
                html.element(.span, .class(.count), text: "\(number)")
                html.text(" ")
                html.add(article.title)
            }
            if !article.isOpen, let status = article.tiles.first {
                html.element(.span, .class(.lead), inline: status.value)
            }
        }
        html.begin(.div, [.class(.pieces), .id(article.anchor)])
        if isDeferred { html.begin(.noscript) }
        add(article.tiles)
        add(article.findings)
        for section in article.sections { add(section, of: article) }
        if isDeferred { html.end(.noscript) }
        html.end(.div)
        html.end(.details)
        html.end(.article)
    }

    /// Adds the strip.
    mutating func add(_ tiles: [Article.Tile]) {
        html.element(.dl, .class(.strip)) { html in
            for tile in tiles {
                html.element(.div, .class(.tile)) { html in
                    html.element(.dt, text: tile.label)
                    html.element(.dd, .class(.value), inline: tile.value)
                    if !tile.note.isEmpty { html.element(.dd, inline: tile.note) }
                }
            }
        }
    }

    /// Adds a section; it unfolds where a link leads to its place.
    private mutating func add(_ section: ArticleSection, of article: Article) {
        let anchor = article.anchor.section(section.kind)
        html.begin(.section, [.class(.sections)])
        mark(anchor, section.kind.title)
        html.begin(.details, section.isOpen || isVerbose ? [.open] : [])
        html.element(.summary) { html in
            html.element(.h3, text: section.kind.title)
            if !section.lead.isEmpty { html.element(.span, .class(.lead)) { html in html.add(section.lead) } }
        }
        html.begin(.div, [.class(.pieces), .id(anchor)])
        for block in section.blocks { add(block) }
        html.end(.div)
        html.end(.details)
        html.end(.section)
    }

    private mutating func add(_ block: ArticleBlock) {
        switch block {
        case .note(let words):
            html.element(.p) { html in html.add(words, allowingLines: true) }
        case .table(let table): add(table)
        case .chat(let bubbles): add(bubbles)
        case .pictures(let pictures):
            html.begin(.div, [.class(.pictures)])
            for picture in pictures { add(picture) }
            html.end(.div)
        case .bars(let bars):
            let names = bars.flatMap(\.parts).map(\.name)
            for bar in bars { add(bar, colours: HTMLRenderer.colours(of: names)) }
        case .timeline(let timeline): add(timeline)
        case .lines(let text): add(text)
        }
    }

    /// Adds the visible link to a place.
    mutating func mark(_ anchor: Anchor, _ what: String) {
        html.element(.a, .class(.mark), .link(anchor), .label("Link to \(what)"), text: "#")
    }

    // MARK: Tables

    /// Adds a table.
    mutating func add(_ table: ArticleTable) {
        // No landmark: each exchange has the same tables.
        html.begin(.div, [.class(.scroll), .number(.tabIndex, 0), .own("role", "group"), .label(table.caption)])
        html.begin(.table)
        html.element(.caption, text: table.caption)
        html.element(.thead) { html in
            html.element(.tr) { html in
                for heading in table.headings { html.element(.th, .own("scope", "col"), text: heading) }
            }
        }
        html.begin(.tbody)
        for row in table.rows { add(row, of: table) }
        html.end(.tbody)
        html.end(.table)
        html.end(.div)
    }

    private mutating func add(_ row: ArticleTable.Row, of table: ArticleTable) {
        html.begin(.tr, row.anchor.map { anchor in [.id(anchor)] } ?? [])
        for (column, cell) in row.cells.enumerated() {
            let tag = column == table.nameColumn && !cell.isEmpty ? HTMLTag.th : .td
            html.begin(tag, tag == .th ? [.own("scope", "row")] : [])
            if table.verbatimColumns.contains(column) {
                html.element(.code, .own("dir", "auto")) { html in html.add(cell, allowingLines: true) }
            } else {
                html.element(.bdi, inline: cell)
            }
            if let anchor = row.anchor, column == table.nameColumn { mark(anchor, "this line") }
            html.end(tag)
        }
        html.end(.tr)
    }

    // MARK: Bars

    private static let partClasses: [HTMLClass] = [.part1, .part2, .part3, .part4]

    /// The look of each part by its name, in the order in which the names first occur.
    private static func colours(of names: [String]) -> [String: HTMLClass] {
        var colours: [String: HTMLClass] = [:]
        for name in names where colours[name] == nil {
            colours[name] = partClasses[min(colours.count, partClasses.count - 1)]
        }
        return colours
    }

    private mutating func add(_ bar: StackedBar, colours: [String: HTMLClass]) {
        html.element(.figure, .class(.bar)) { html in
            html.element(.figcaption) { html in
                html.element(.b, text: "\(bar.name) ")
                html.text(bar.total.grouped)
                for part in bar.parts {
                    html.text(" ")
                    html.element(.span, .class(.legend)) { html in
                        html.element(.i, .class(colours[part.name] ?? .part1))
                        html.text("\(part.name) \(part.count.grouped)")
                    }
                }
            }
            html.element(.svg, .class(.barTrack), .own("aria-hidden", "true")) { html in
                let end = HTMLRenderer.hundredths(bar.total, of: bar.scale)
                html.element(
                    .rect, .class(bar.parts.isEmpty ? .part1 : .partRest), .percent(.width, hundredths: end),
                    .number(.height, 14))
                var start = 0
                for part in bar.parts where start < end {
                    let width = min(HTMLRenderer.hundredths(part.count, of: bar.scale), end - start)
                    html.element(
                        .rect, .class(colours[part.name] ?? .part1), .percent(.x, hundredths: start),
                        .percent(.width, hundredths: width), .number(.height, 14))
                    start += width
                }
            }
        }
    }

    /// A part of a whole in hundredths of a percent, from 0 to 10,000.
    static func hundredths(_ part: Int, of whole: Int) -> Int {
        whole > 0 ? Int(max(0, min(1, Double(part) / Double(whole))) * 10_000) : 0
    }

    // MARK: Streams and lines

    private mutating func add(_ timeline: EventTimeline) {
        html.begin(.ol, [.class(.events)])
        for event in timeline.first { add(event, largest: timeline.largest) }
        if timeline.hiddenCount > 0 {
            html.element(
                .li, .class(.faint),
                text: "\(timeline.hiddenCount.grouped) events more: --show stream, or unspool events")
        }
        for event in timeline.last { add(event, largest: timeline.largest) }
        html.end(.ol)
    }

    private mutating func add(_ event: EventTimeline.Event, largest: Int) {
        html.begin(.li, [.class(.event), .id(event.anchor)])
        html.element(.div, .class(.bubbleHead)) { html in
            html.element(.b, text: "\(event.number)")
            html.element(.span, text: event.type)
            html.element(.span, .class(.faint), text: "line \(event.line), byte \(event.offset.grouped)")
            html.element(.span, text: Wording.size(event.size))
            html.element(.span, .class(.barTrack)) { html in
                html.element(.i, .bar(start: 0, length: HTMLRenderer.hundredths(event.size, of: largest) / 100))
            }
        }
        mark(event.anchor, "event \(event.number)")
        html.element(.code, inline: event.preview)
        html.end(.li)
    }

    private mutating func add(_ text: NumberedText) {
        let words = text.isOfCapture ? "Numbered by the lines of the capture." : "Numbered from its own first line."
        html.element(.p, .class(.faint), text: words)
        html.begin(.ol, [.class(.lines), .number(.start, text.firstLine)])
        text.forEachLine { line in
            html.element(.li) { html in html.text(line, allowingLines: true) }
        }
        html.end(.ol)
        addRest(text.text.hidden, "--show raw, or unspool body")
    }

    /// Says how much of a text is left out.
    mutating func addRest(_ count: Int, _ hint: String) {
        guard count > 0 else { return }
        html.element(.p, .class(.faint), text: "[\(count.grouped) characters more: \(hint)]")
    }
}
