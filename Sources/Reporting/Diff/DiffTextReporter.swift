public import Comparison
internal import Findings
public import Redaction

/// Writes what differs between two sessions for people to read in a terminal: a table of pairs, then what differs in each.
public struct DiffTextReporter: ComparisonReporter {
    private let options: TextOptions
    private let isTable: Bool
    private let write: Output
    private var redactor = Redactor.disclosing

    /// The most rows and the most pairs that are shown unless all are asked for.
    private static let mostRows = 40
    private static let mostPairs = 20

    /// Creates a reporter.
    ///
    /// - Parameters:
    ///   - options: how the report is laid out.
    ///   - isTable: whether the table is all that is shown.
    ///   - write: takes the report.
    public init(options: TextOptions, isTable: Bool = false, write: @escaping Output) {
        self.options = options
        self.isTable = isTable
        self.write = write
    }

    /// Takes what hides the secrets of both sessions.
    public mutating func begin(_ comparison: SessionComparison, redactor: Redactor) {
        self.redactor = redactor
    }

    /// Writes the report.
    public mutating func finish(_ comparison: SessionComparison) {
        var renderer = TextRenderer(options)
        renderer.render(heading(comparison) + [.gap] + table(comparison.pairs) + [.gap])
        let changed = isTable ? [] : comparison.pairs.filter(\.isChanged)
        let shown = options.isVerbose ? changed.count : min(changed.count, DiffTextReporter.mostPairs)
        for pair in changed.prefix(shown) {
            renderer.render(DiffPairText(pair, redactor, options).blocks + [.gap])
        }
        if changed.count > shown {
            renderer.render([
                .remark(Inline("[\(Wording.count(changed.count - shown, "pair")) more: -v for all]", .faint)), .gap,
            ])
        }
        renderer.render(footer(comparison))
        write(Array(renderer.text.utf8))
    }

    private func heading(_ comparison: SessionComparison) -> [Block] {
        func side(_ name: String?, _ session: Session) -> Inline {
            let path = options.showsFolders ? session.path : session.path.split(separator: "/").last.map(String.init)
            return Inline(name.map { name in "\(name) " } ?? "")
                + Inline(redactor.redact(path ?? session.path), .strong)
                + Inline("  \(Wording.count(session.exchanges.count, "exchange"))")
        }
        let summary = comparison.summary
        if comparison.options.scope == .growth {
            let goingOn = Wording.count(summary.pairs, "exchange")
            let verb = summary.pairs == 1 ? "goes" : "go"
            return [
                .facts([side(nil, comparison.a)], gap: 0),
                .facts([Inline("\(goingOn) \(verb) on from an earlier one: A is the earlier, B the later")], gap: 0),
                .facts([Inline(Wording.beginnings(comparison.beginnings), .faint)], gap: 0),
            ]
        }
        let hosts = comparison.options.hosts.pairs.map { pair in "\(pair.from)=\(pair.to)" }
        let map = "host map: \(hosts.isEmpty ? "none" : redactor.redact(hosts.joined(separator: " ")))"
        let counts = [
            "aligned \(summary.pairs)", "only A \(summary.onlyA)", "only B \(summary.onlyB)", "moved \(summary.moved)",
        ].map { text in Inline(text) }
        return [
            .facts([side("A", comparison.a), side("B", comparison.b)], gap: 6),
            .facts(counts + [Inline(map, .faint)], gap: 3),
        ]
    }

    // MARK: The table

    private func table(_ pairs: [PairComparison]) -> [Block] {
        guard !pairs.isEmpty else { return [] }
        let isWhole = options.isVerbose || pairs.count <= DiffTextReporter.mostRows
        let listed =
            isWhole ? pairs[...] : pairs.filter { pair in pair.state != .same }.prefix(DiffTextReporter.mostRows)
        let heading = ["A", "B", "", "what", "turns", "tokens in/out", "time"].map { name in Inline(name) }
        let rows = listed.map { pair in DiffRow(pair, redactor).cells }
        var blocks = [Block.rows(Rows([heading] + rows, hasHeading: true, indent: 1, gaps: [3, 3, 2], flexible: [3]))]
        let hidden = pairs.count - listed.count
        if hidden > 0 {
            let same = pairs.count { pair in pair.state == .same }
            blocks.append(
                .remark(Inline("[\(Wording.count(hidden, "row")) more, \(same) of them the same: -v for all]", .faint)))
        }
        return blocks
    }

    // MARK: Below

    private func footer(_ comparison: SessionComparison) -> [Block] {
        let summary = comparison.summary
        var blocks: [Block] = []
        if options.isVerbose {
            let names = VolatileFields.names.joined(separator: ", ")
            blocks.append(
                .remark(Inline("not compared: \(names); \(VolatileFields.members.joined(separator: ", "))", .faint)))
        }
        guard !summary.isSame else {
            let isGrowth = comparison.options.scope == .growth && summary.pairs == 0
            let words = isGrowth ? "No exchange goes on from an earlier one." : "No difference."
            return blocks + [.facts([Inline(words), "Exit 0."], gap: 2)]
        }
        var facts: [Inline] = []
        if summary.loosened > 0 {
            let verb = summary.loosened == 1 ? "needs" : "need"
            facts.append(Inline("\(Wording.count(summary.loosened, "change")) \(verb) a look (!).", .severity(.high)))
        }
        let outcome =
            comparison.options.scope == .growth ? "Exit 1: conversations went on." : "Exit 1: sessions differ."
        return blocks + [.facts(facts + [Inline(outcome)], gap: 2)]
    }
}
