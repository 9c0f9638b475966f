internal import Findings

/// Pairs of exchanges, each with what differs in it.
extension HTMLRenderer {
    /// The differences before and behind those of a pair, which links lead to.
    struct Neighbours {
        /// The last difference of a pair before; nil where there is none.
        var previous: Anchor?

        /// The first difference of a pair behind; nil where there is none.
        var next: Anchor?
    }

    /// Adds a pair.
    mutating func add(_ article: PairArticle, between neighbours: Neighbours) {
        html.begin(.article, [.class(.exchange)])
        mark(article.anchor, "pair \(article.numbers)")
        html.begin(.details, article.isOpen || isVerbose ? [.open] : [])
        html.element(.summary) { html in
            html.element(.h2) { html in
                html.element(.span, .class(.count), text: article.numbers)
                html.text(" ")
                html.element(.span, inline: article.title)
            }
            html.element(.span, .class(.lead)) { html in html.add(article.lead) }
        }
        html.begin(.div, [.class(.pieces), .id(article.anchor)])
        if !article.tiles.isEmpty { add(article.tiles) }
        let changes = article.changes
        var position = 0
        for section in article.sections {
            begin(section, of: article)
            for entry in section.entries {
                guard case .change(let change) = entry else {
                    add(entry)
                    continue
                }
                add(
                    change, subject: "\(article.numbers), \(section.kind.title)",
                    between: Neighbours(
                        previous: position > 0 ? changes[position - 1] : neighbours.previous,
                        next: position + 1 < changes.count ? changes[position + 1] : neighbours.next))
                position += 1
            }
            endSection()
        }
        html.end(.div)
        html.end(.details)
        html.end(.article)
    }

    private mutating func begin(_ section: PairSection, of article: PairArticle) {
        let anchor = article.anchor.area(section.kind)
        html.begin(.section, [.class(.sections)])
        mark(anchor, "\(section.kind.title) of pair \(article.numbers)")
        html.begin(.details, [.open])
        html.element(.summary) { html in
            html.element(.h3, text: section.kind.title)
            if !section.lead.isEmpty { html.element(.span, .class(.lead)) { html in html.add(section.lead) } }
        }
        html.begin(.ol, [.class(.changes, .pieces), .id(anchor)])
    }

    private mutating func endSection() {
        html.end(.ol)
        html.end(.details)
        html.end(.section)
    }

    /// Adds what stands between differences.
    private mutating func add(_ entry: PairSection.Entry) {
        html.element(.li, .class(.unchanged)) { html in
            switch entry {
            case .change: break
            case .remark(let words): html.add(words)
            case .unchanged(let turns) where turns.turns.isEmpty: html.text(turns.words)
            case .unchanged(let turns):
                html.element(.details) { html in
                    html.element(.summary, text: turns.words)
                    html.element(.ul) { html in
                        for turn in turns.turns {
                            html.element(.li, .own("dir", "auto")) { html in html.add(turn) }
                        }
                    }
                }
            }
        }
    }

    // MARK: Differences

    private mutating func add(_ change: ComparedRow, subject: String, between neighbours: Neighbours) {
        html.begin(
            .li, [.class(.change), .id(change.anchor), .number(.tabIndex, -1)])
        html.element(.div, .class(.subject)) { html in
            html.element(.bdi, inline: change.name)
            if change.isLoosened {
                html.text(" ")
                html.element(.span, .class(.severity, .high), text: "! loosened")
            }
            for note in change.notes {
                html.text(" ")
                html.element(.span, .class(.lead), inline: note)
            }
            html.element(.span, .class(.steps)) { html in
                if let previous = neighbours.previous {
                    html.element(.a, .link(previous), .label("Change before (\(subject))"), text: "↑")
                }
                if let next = neighbours.next {
                    html.element(.a, .link(next), .label("Next change (\(subject))"), text: "↓")
                }
            }
        }
        mark(change.anchor, "this change")
        html.begin(.div, [.class(.sides)])
        add(change.from, .a)
        add(change.to, .b)
        html.end(.div)
        if let map = change.map { add(map) }
        html.end(.li)
    }

    private mutating func add(_ side: ComparedSide, _ which: ComparisonSide) {
        html.begin(.div, [.class(.side)])
        html.element(.div, .class(.bubbleHead)) { html in
            html.element(.b, text: which.title)
            if let line = side.line { html.element(.span, .class(.faint), text: "line \(line)") }
        }
        switch side.content {
        case .absent(let words): html.element(.span, .class(.absent), text: "(\(words))")
        case .text(let text): add(text, tag: which == .a ? .del : .ins)
        case .picture(let picture): add(picture)
        }
        html.end(.div)
    }

    /// The most characters of a side that are in sight before it is unfolded.
    private static let mostInSight = 1200

    private mutating func add(_ text: MarkedText, tag: HTMLTag) {
        let count = text.text.unicodeScalars.count
        let isLong = count > HTMLRenderer.mostInSight
        if isLong {
            html.begin(.details, isVerbose ? [.class(.more), .open] : [.class(.more)])
            html.element(.summary, text: "all \(count.grouped) characters")
        }
        html.element(.div, .class(.verbatim), .own("dir", "auto")) { html in
            for run in text.runs {
                switch run {
                case .same(let text): html.text(text, allowingLines: true)
                case .changed(let text):
                    html.begin(tag)
                    html.text(text, allowingLines: true)
                    html.end(tag)
                case .left(let count):
                    html.element(.span, .class(.faint), text: " [\(count.grouped) characters left out] ")
                }
            }
        }
        if isLong { html.end(.details) }
    }

    private mutating func add(_ map: DifferenceMap) {
        html.begin(.figure, [.class(.picture, .map)])
        html.element(
            .img, .image(.png, map.png), .alt("Where the pixels of both images differ: the darker, the more"),
            .number(.width, map.width), .number(.height, map.height), .own("loading", "lazy"))
        html.element(.figcaption, text: "Where they differ: the darker, the more.")
        html.end(.figure)
    }
}
