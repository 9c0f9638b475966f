public import CaptureReading
public import Findings
public import Redaction

/// Writes a report as one HTML page that needs nothing else: no network, no file beside it, and no script to be read whole.
///
/// Exchanges are written as they come, and what stands above them, known when they have passed, behind them: a slot of
/// a declarative shadow tree brings it to its place, in what is seen, read aloud and reached by keys alike. So a page
/// takes the memory of one exchange.
///
/// WHATWG HTML §4.12.3, `shadowrootmode`
public struct HTMLReporter: Reporter {
    private let version: String
    private let write: Output
    private var context: PageContext
    private var renderer: HTMLRenderer
    private var overview: CaptureOverview?
    private var firedRules: Set<String> = []
    private var articleCount = 0

    /// How many articles the group holds that has been begun; 0 where none has.
    private var groupCount = 0

    /// The most exchanges that have an article, unless everything is asked for: a browser takes seconds and hundreds of
    /// megabytes for ten thousand.
    static let mostArticles = 5000

    /// The most exchanges whose articles are elements from the beginning.
    static let mostDirectArticles = 20

    /// How many articles of a capture a browser leaves aside together while they are off the screen: it looks at each
    /// thing that it may leave aside whenever the page has grown.
    private static let articlesPerGroup = 25

    /// Creates a reporter.
    ///
    /// - Parameters:
    ///   - options: how much is shown.
    ///   - version: the version of the program, as the report names it.
    ///   - write: takes the page, piece by piece.
    public init(options: PageOptions = PageOptions(), version: String, write: @escaping Output) {
        self.version = version
        self.write = write
        context = PageContext(options, isComplete: true)
        renderer = HTMLRenderer(isVerbose: options.isVerbose)
    }

    /// Begins the part of a capture; before the first one, the page.
    public mutating func begin(_ capture: CaptureHeading, redactor: Redactor) {
        context.capture += 1
        let anchor = Anchor.capture(context.capture)
        overview = CaptureOverview(capture, redactor: redactor, anchor: anchor)
        if context.capture == 1 { HTMLPage(version: version).begin(redactor.redact(capture.name), in: &renderer.html) }
        renderer.html.begin(.section, [.class(.capture), .label(redactor.redact(capture.name))])
        renderer.html.element(.template, .own("shadowrootmode", "open")) { html in
            html.element(.slot, .own("name", "top"))
            html.element(.slot)
        }
        flush()
    }

    /// Writes an exchange.
    public mutating func add(_ exchange: InspectedExchange) {
        guard overview != nil, let redactor = overview?.redactor else { return }
        let wording = Wording(redactor: redactor, lines: exchange.lines)
        let writer = ArticleWriter(exchange, wording, in: context)
        articleCount += 1
        firedRules.formUnion(exchange.findings.map(\.rule))
        guard context.options.isVerbose || articleCount <= HTMLReporter.mostArticles else {
            overview?.add(exchange, writer.findings(in: &context), at: nil)
            return
        }
        let article = writer.article(in: &context)
        overview?.add(exchange, article.findings, at: article.anchor)
        if groupCount == 0 { renderer.html.begin(.div, [.class(.group)]) }
        renderer.add(
            article, number: exchange.exchange.number, isDeferred: articleCount > HTMLReporter.mostDirectArticles)
        groupCount += 1
        if groupCount == HTMLReporter.articlesPerGroup { endGroup() }
        flush()
    }

    /// Ends the part of the capture with what stands above it.
    public mutating func end(_ capture: Capture) {
        guard let overview else { return }
        endGroup()
        renderer.add(overview, of: capture, options: context.options)
        renderer.html.end(.section)
        flush()
        self.overview = nil
    }

    /// Ends the page; where no capture could be read there is none.
    public mutating func finish() {
        guard context.capture > 0 else { return }
        HTMLPage(version: version).end(firedRules: firedRules, options: context.options, in: &renderer.html)
        flush()
    }

    private mutating func endGroup() {
        if groupCount > 0 { renderer.html.end(.div) }
        groupCount = 0
    }

    private mutating func flush() {
        renderer.html.flush(to: write)
    }
}
