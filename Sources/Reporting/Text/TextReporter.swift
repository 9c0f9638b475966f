public import CaptureReading
internal import Conversation
public import Findings
public import Redaction

/// Writes a report for people to read in a terminal.
///
/// What is shown first of a capture of several exchanges, their table, is known last: blocks are kept, the exchanges
/// are not.
public struct TextReporter: Reporter {
    private let options: TextOptions
    private let write: Output
    private var heading: CaptureHeading?
    private var redactor = Redactor.disclosing
    private var exchanges: [ShownExchange] = []
    private var findings = FindingsSection()
    private var isFirst = true

    /// What is kept of an exchange.
    private struct ShownExchange {
        var row: [Inline]
        var isConversation: Bool
        var blocks: [Block]
        var footnotes: [Inline]
    }

    /// Creates a reporter that hands its bytes to `write`.
    public init(options: TextOptions, write: @escaping Output) {
        self.options = options
        self.write = write
    }

    /// Begins the report of a capture.
    public mutating func begin(_ capture: CaptureHeading, redactor: Redactor) {
        heading = capture
        self.redactor = redactor
        exchanges = []
        findings = FindingsSection()
    }

    /// Keeps what is shown of an exchange.
    public mutating func add(_ exchange: InspectedExchange) {
        let wording = Wording(redactor: redactor, lines: exchange.lines)
        let sections = ExchangeSections(
            exchange: exchange, wording: wording, isVerbose: options.isVerbose, details: options.details)
        findings.add(exchange, wording)
        exchanges.append(
            ShownExchange(
                row: ExchangeRow(exchange, wording).cells, isConversation: exchange.conversation.dialect != nil,
                blocks: sections.blocks, footnotes: sections.footnotes))
    }

    /// Writes the report of the capture.
    public mutating func end(_ capture: Capture) {
        guard let heading else { return }
        var renderer = TextRenderer(options)
        let facts = [
            Inline(redactor.redact(options.showsFolders ? heading.path : heading.name), .strong),
            Inline(Wording.size(capture.byteCount)),
            Inline(capture.format.rawValue), Inline(Wording.count(exchanges.count, "exchange")),
        ]
        renderer.render([.facts(facts, gap: 3), .gap] + body + defects(of: capture))
        renderer.render([findings.block(isVerbose: options.isVerbose), .gap] + footer)
        write(Array(((isFirst ? "" : "\n") + renderer.text).utf8))
        isFirst = false
    }

    /// Nothing stands below the last capture.
    public mutating func finish() {}

    /// The table where there are several exchanges, then every conversation; one exchange alone is always shown.
    private var body: [Block] {
        guard exchanges.count > 1 else { return exchanges.flatMap(\.blocks) }
        let table = Rows([ExchangeRow.heading] + exchanges.map(\.row), hasHeading: true, indent: 0)
        return [.rows(table), .gap] + exchanges.filter(\.isConversation).flatMap(\.blocks)
    }

    /// What is wrong in the capture outside any exchange.
    private func defects(of capture: Capture) -> [Block] {
        guard !capture.defects.isEmpty else { return [] }
        let rows = capture.defects.map { defect in
            [Inline("byte \(defect.place.byte)", .faint), Inline(redactor.redact(defect.message))]
        }
        return [
            .section(Section("CAPTURE", lead: [Inline(Wording.count(rows.count, "defect"))], [.rows(Rows(rows))])),
            .gap,
        ]
    }

    /// Footnotes, and what to do next.
    private var footer: [Block] {
        var seen: Set<Inline> = []
        let footnotes = exchanges.flatMap(\.footnotes).filter { note in seen.insert(note).inserted }
        let next = [
            [Inline("next:", .faint), Inline("unspool message FILE")],
            [Inline(""), Inline("unspool inspect FILE --format json")],
        ]
        return footnotes.map { note in .rows(Rows([[Inline("*", .faint), note]], indent: 0, gaps: [1])) } + [
            .rows(Rows(next, indent: 0, gaps: [1]))
        ]
    }
}
