public import Comparison
public import Findings
public import Redaction

/// Writes what differs between two sessions as one HTML page that needs nothing else: no network, no file beside it, and
/// no script to be read whole.
///
/// Both captures and a table of all pairs stand at its top, then each pair that differs, area by area, with both sides
/// beside each other. Images are kept from the moment at which their exchanges are at hand, within the budget of the page.
public struct DiffHTMLReporter: ComparisonReporter {
    private let version: String
    private let isTable: Bool
    private let write: Output
    private var context: PageContext
    private var redactor = Redactor.disclosing

    /// The position of each pair by the numbers of its exchanges.
    private var positions: [Numbers: Int] = [:]

    /// What was kept of the exchanges of each pair, by its position.
    private var extras: [Int: PairExtras] = [:]

    private struct Numbers: Hashable {
        var a: Int?
        var b: Int?

        init(_ pair: PairComparison) {
            a = pair.a?.summary.number
            b = pair.b?.summary.number
        }
    }

    /// The most pairs that have an article, unless everything is asked for, and the most that are shown unfolded.
    private static let mostArticles = 2000
    private static let mostOpen = 10

    /// Creates a reporter.
    ///
    /// - Parameters:
    ///   - options: how much is shown.
    ///   - isTable: whether the table is all that is shown.
    ///   - version: the version of the program, as the page names it.
    ///   - write: takes the page, piece by piece.
    public init(
        options: PageOptions = PageOptions(), isTable: Bool = false, version: String, write: @escaping Output
    ) {
        self.version = version
        self.isTable = isTable
        self.write = write
        context = PageContext(options, isComplete: true)
    }

    /// Takes what hides the secrets of both sessions.
    public mutating func begin(_ comparison: SessionComparison, redactor: Redactor) {
        self.redactor = redactor
        for (position, pair) in comparison.pairs.enumerated() { positions[Numbers(pair)] = position }
    }

    /// Keeps the images of a pair, and the beginnings of its unchanged turns.
    public mutating func add(_ pair: PairComparison, _ first: InspectedExchange, _ second: InspectedExchange) {
        guard !isTable, !pair.changes.isEmpty, let position = positions[Numbers(pair)] else { return }
        extras[position] = PairExtras(
            pair, first, second, anchor: .pair(position + 1), redactor: redactor, in: &context)
    }

    /// Writes the page.
    public mutating func finish(_ comparison: SessionComparison) {
        var renderer = HTMLRenderer(isVerbose: context.options.isVerbose)
        let page = HTMLPage(version: version, kind: .comparison)
        let names = [comparison.a, comparison.b].map { session in HTMLRenderer.name(of: session, context.options) }
        page.begin(
            redactor.redact(
                (comparison.options.scope == .growth ? Array(names.prefix(1)) : names).joined(separator: " → ")),
            in: &renderer.html)
        let differing = comparison.pairs.indices.filter { index in comparison.pairs[index].state != .same }
        let shown = isTable ? [] : context.options.isVerbose ? differing : Array(differing.prefix(Self.mostArticles))
        let linked = Set(shown)
        renderer.html.begin(.section, [.class(.capture), .label("Both sessions")])
        renderer.html.begin(.header, [.class(.overview)])
        renderer.add(comparison, redactor: redactor, options: context.options)
        if differing.isEmpty { renderer.html.element(.p, .class(.good), text: "No difference.") }
        if !comparison.pairs.isEmpty {
            renderer.add(comparison.pairs, redactor: redactor) { index in linked.contains(index) }
        }
        if !isTable, shown.count < differing.count {
            let rest = Wording.count(differing.count - shown.count, "pair")
            renderer.html.element(.p, .class(.medium), text: "\(rest) stand in the table alone: -v shows all.")
        }
        renderer.html.end(.header)
        renderer.html.flush(to: write)
        addArticles(shown, of: comparison, to: &renderer)
        renderer.html.end(.section)
        page.end(firedRules: rules(in: comparison), options: context.options, in: &renderer.html)
        renderer.html.flush(to: write)
    }

    /// Writes pair by pair; each is put into words before the one before it is written, which links to it.
    private func addArticles(_ shown: [Int], of comparison: SessionComparison, to renderer: inout HTMLRenderer) {
        var previous: Anchor?
        var next = shown.first.map { position in article(0, position, comparison) }
        for (count, _) in shown.enumerated() {
            guard let article = next else { break }
            next = count + 1 < shown.count ? self.article(count + 1, shown[count + 1], comparison) : nil
            renderer.add(article, between: .init(previous: previous, next: next?.changes.first))
            previous = article.changes.last ?? previous
            renderer.html.flush(to: write)
        }
    }

    private func article(_ count: Int, _ position: Int, _ comparison: SessionComparison) -> PairArticle {
        PairArticleWriter(
            pair: comparison.pairs[position], redactor: redactor, anchor: .pair(position + 1),
            extras: extras[position], isVerbose: context.options.isVerbose
        ).article(isOpen: count < Self.mostOpen)
    }

    /// The rules that fire on one side alone.
    private func rules(in comparison: SessionComparison) -> Set<String> {
        Set(
            comparison.pairs.flatMap { pair in
                pair.changes.filter { change in change.area == .findings }.map(\.path)
            })
    }
}
