public import CaptureReading
public import Findings
public import Redaction

/// Writes a report as Markdown for issue trackers: parts that unfold, tables, captured text in fences.
///
/// A report is at most 60,000 bytes long, since trackers take no more than 65,536 characters; what does not fit is
/// counted. A verbose one has no bound, and then the overview of a capture stands behind its exchanges, so that no
/// more than one of them is held.
public struct MarkdownReporter: Reporter {
    private let version: String
    private let write: Output
    private let renderer: MarkdownRenderer
    private var context: PageContext
    private var overview: CaptureOverview?
    private var kept: [String] = []
    private var keptSize = 0
    private var leftOutCount = 0
    private var remaining = MarkdownReporter.mostBytes

    /// The most bytes of a report, and those of them that are kept for what stands below.
    private static let mostBytes = 60_000
    private static let footerSize = 400

    private var isVerbose: Bool { context.options.isVerbose }

    /// Creates a reporter.
    ///
    /// - Parameters:
    ///   - options: how much is shown.
    ///   - version: the version of the program, as the report names it.
    ///   - write: takes the report, piece by piece.
    public init(options: PageOptions = PageOptions(), version: String, write: @escaping Output) {
        self.version = version
        self.write = write
        renderer = MarkdownRenderer(options: options)
        context = PageContext(options, isComplete: false)
    }

    /// Begins the part of a capture.
    public mutating func begin(_ capture: CaptureHeading, redactor: Redactor) {
        context.capture += 1
        overview = CaptureOverview(capture, redactor: redactor, anchor: .capture(context.capture))
        kept = []
        keptSize = 0
        leftOutCount = 0
    }

    /// Keeps what is said of an exchange while there is room, or writes it where there is no bound.
    public mutating func add(_ exchange: InspectedExchange) {
        guard let redactor = overview?.redactor else { return }
        let wording = Wording(redactor: redactor, lines: exchange.lines)
        let article = ArticleWriter(exchange, wording, in: context).article(in: &context)
        overview?.add(exchange, article.findings, at: article.anchor)
        for piece in renderer.pieces(of: article, number: exchange.exchange.number) {
            if isVerbose {
                emit(piece + "\n")
            } else if keptSize + piece.utf8.count < remaining {
                kept.append(piece)
                keptSize += piece.utf8.count + 1
            } else {
                leftOutCount += 1
            }
        }
    }

    /// Writes the overview, and of what was kept as much as there is room for.
    public mutating func end(_ capture: Capture) {
        guard let overview else { return }
        self.overview = nil
        let top = renderer.text(overview, of: capture)
        guard !isVerbose else { return emit(top + "\n") }
        guard top.utf8.count + MarkdownReporter.footerSize <= remaining else {
            return emit("*[a capture more: there is no room for it]*\n\n")
        }
        emit(top + "\n")
        for piece in kept {
            if piece.utf8.count + 1 + MarkdownReporter.footerSize <= remaining {
                emit(piece + "\n")
            } else {
                leftOutCount += 1
            }
        }
        kept = []
        if leftOutCount > 0 {
            emit("*[\(Wording.count(leftOutCount, "part")) more: -v for all, or --only for some]*\n\n")
        }
    }

    /// Ends the report; where no capture could be read there is none.
    public mutating func finish() {
        guard context.capture > 0 else { return }
        emit("*unspool \(version)*\n")
    }

    private mutating func emit(_ text: String) {
        remaining -= text.utf8.count
        write(Array(text.utf8))
    }
}
