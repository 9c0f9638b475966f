internal import CaptureReading
internal import Comparison
internal import Findings
internal import Redaction

/// What stands above the pairs of a comparison: both captures, the counts, and the table of pairs.
extension HTMLRenderer {
    /// Adds what is known of the sessions.
    mutating func add(_ comparison: SessionComparison, redactor: Redactor, options: PageOptions) {
        html.element(.p, .class(.facts)) { html in
            if options.showsSecrets {
                html.element(.b, .class(.banner, .critical), text: "SECRETS ARE SHOWN: do not share this page")
            } else {
                html.element(
                    .span, .class(.banner, .good), text: "redacted: a secret has the same number wherever it stands")
            }
            let hosts = comparison.options.hosts.pairs.map { pair in "\(pair.from)=\(pair.to)" }
            html.element(
                .span, .class(.faint),
                text: "host map: \(hosts.isEmpty ? "none" : redactor.redact(hosts.joined(separator: " ")))")
        }
        let isGrowth = comparison.options.scope == .growth
        if isGrowth {
            html.element(
                .p,
                text:
                    "How the conversations of one capture grew: A is the earlier exchange, B the one that goes on from it; \(Wording.beginnings(comparison.beginnings))."
            )
        }
        html.element(.div, .class(.sides)) { html in
            let sides = [(ComparisonSide.a, comparison.a), (.b, comparison.b)]
            for (side, session) in isGrowth ? Array(sides.prefix(1)) : sides {
                html.element(.div, .class(.side)) { html in
                    if !isGrowth {
                        html.element(.div, .class(.bubbleHead)) { html in html.element(.b, text: side.title) }
                    }
                    html.element(.p) { html in
                        html.element(.b, text: redactor.redact(Self.name(of: session, options)))
                    }
                    html.element(.p, .class(.facts, .faint)) { html in
                        html.add([
                            Inline(Wording.count(session.exchanges.count, "exchange")),
                            Inline(Wording.size(session.capture.byteCount)), Inline(Wording.kind(of: session.capture)),
                        ])
                    }
                }
            }
        }
        add(Self.tiles(comparison.summary, isGrowth: isGrowth))
        addVolatile()
    }

    /// The name of a capture: its whole path where those of both end alike.
    static func name(of session: Session, _ options: PageOptions) -> String {
        options.showsFolders ? session.path : session.path.split(separator: "/").last.map(String.init) ?? session.path
    }

    private static func tiles(_ summary: SessionComparison.Summary, isGrowth: Bool) -> [Article.Tile] {
        func count(_ number: Int, _ style: Inline.Style) -> Inline {
            Inline(number.grouped, number > 0 ? style : .plain)
        }
        let changed = [
            Article.Tile("Pairs", count(summary.pairs, .plain)),
            Article.Tile("Changed", count(summary.changed, .severity(.medium))),
        ]
        let others = [
            Article.Tile("Only in A", count(summary.onlyA, .severity(.medium))),
            Article.Tile("Only in B", count(summary.onlyB, .severity(.medium))),
            Article.Tile("Moved", count(summary.moved, .plain)),
        ]
        return changed + (isGrowth ? [] : others) + [
            Article.Tile(
                "Safety loosened",
                summary.loosened > 0 ? Inline("! \(summary.loosened.grouped)", .severity(.high)) : Inline("0"))
        ]
    }

    /// Says what is never compared.
    private mutating func addVolatile() {
        html.element(.details) { html in
            html.element(.summary, .class(.faint), text: "Not compared: what every run has anew")
            html.element(.p, text: "Headers: \(VolatileFields.names.joined(separator: ", ")).")
            html.element(.p, text: "Members: \(VolatileFields.members.joined(separator: ", ")).")
        }
    }

    // MARK: The table

    /// Adds the table of pairs; those with an article link to it.
    mutating func add(_ pairs: [PairComparison], redactor: Redactor, hasArticle: (Int) -> Bool) {
        html.begin(
            .div,
            [
                .class(.scroll), .id(.page(.pairs)), .number(.tabIndex, 0), .own("role", "region"),
                .label("Table of pairs"),
            ])
        html.begin(.table, [.class(.index)])
        html.element(.caption, text: "Pairs of exchanges")
        html.element(.thead) { html in
            html.element(.tr) { html in
                for (title, isNumber) in [
                    ("A", true), ("B", true), ("State", false), ("What", false), ("Turns", false),
                    ("Tokens in/out", false), ("Time", false), ("Changes", true),
                ] {
                    html.element(.th, .own("scope", "col"), .class(isNumber ? .numeric : .keyed), text: title)
                }
            }
        }
        html.begin(.tbody)
        for (index, pair) in pairs.enumerated() {
            add(pair, DiffRow(pair, redactor), hasArticle(index) ? .pair(index + 1) : nil)
        }
        html.end(.tbody)
        html.end(.table)
        html.end(.div)
    }

    private mutating func add(_ pair: PairComparison, _ row: DiffRow, _ anchor: Anchor?) {
        html.begin(.tr)
        let numbers = (pair.a?.summary.number, pair.b?.summary.number)
        html.element(.td, .class(.numeric), .number(.sortKey, numbers.0 ?? -1)) { html in
            Self.link(numbers.0, anchor, in: &html)
        }
        html.element(.td, .class(.numeric), .number(.sortKey, numbers.1 ?? -1)) { html in
            Self.link(numbers.1, numbers.0 == nil ? anchor : nil, in: &html)
        }
        html.element(.th, .own("scope", "row"), inline: row.state)
        for cell in [row.name, row.turns, row.tokens, row.time] {
            html.element(.td, inline: cell)
        }
        let loosened = pair.changes.count { change in change.isLoosened }
        html.element(.td, .class(.numeric), .number(.sortKey, pair.changes.count)) { html in
            if loosened > 0 { html.element(.span, .class(.high), text: "! ") }
            html.text(pair.changes.isEmpty ? "" : "\(pair.changes.count)")
        }
        html.end(.tr)
    }

    /// Writes the number of an exchange, as a link to its pair where there is one.
    private static func link(_ number: Int?, _ anchor: Anchor?, in html: inout HTMLWriter) {
        let text = number.map(String.init) ?? "-"
        guard let anchor, number != nil else { return html.text(text) }
        html.element(.a, .link(anchor), text: text)
    }
}
