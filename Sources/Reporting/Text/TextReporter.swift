public import CaptureReading
internal import Conversation
public import Findings
public import Redaction

/// Writes a report for people to read in a terminal.
///
/// What is shown first of a capture of several exchanges, their table, is known last: what is going to be shown is kept, the exchanges
/// are not.
public struct TextReporter: Reporter {
    private let options: TextOptions
    private let write: Output
    private var isFirst = true
    private var heading: CaptureHeading?
    private var redactor = Redactor.disclosing
    private var shown = Shown()

    /// What is kept of a capture.
    private struct Shown {
        /// The exchanges, those among them that speak a dialect, and whether any has an answer.
        var exchangeCount = 0
        var conversationCount = 0
        var hasAnswer = false

        /// The first exchange alone, the rows of the table, and what follows it.
        var first: [Block] = []
        var rows: [Row] = []
        var bodies: [[Block]] = []

        /// The defects of exchanges that are told, and how many more there are.
        var defects: [[Inline]] = []
        var furtherDefectCount = 0

        var findings = FindingsSection()
        var uploads = UploadTally()

        /// The first footnotes, and how many more exchanges have one of their own.
        var footnotes: [Inline] = []
        var furtherFootnoteCount = 0
    }

    /// A row of the table that may be listed.
    private struct Row {
        let cells: [Inline]

        /// Whether it is what people look for: a call of a model, or a failure.
        let isWanted: Bool
    }

    /// The most exchanges that the table lists, and the most conversations that follow it, unless more is asked for.
    private static let mostRows = 40
    private static let mostConversations = 5

    /// The most defects of exchanges that are told unless all are asked for.
    private static let mostDefects = 8

    /// The most footnotes below a capture.
    private static let mostFootnotes = 4

    /// Creates a reporter that hands its bytes to `write`.
    public init(options: TextOptions, write: @escaping Output) {
        self.options = options
        self.write = write
    }

    /// Whether all exchanges are shown, however many there are.
    private var isEverything: Bool {
        options.isVerbose || options.showsEveryExchange || !options.details.isEmpty
    }

    /// Begins the report of a capture.
    public mutating func begin(_ capture: CaptureHeading, redactor: Redactor) {
        heading = capture
        self.redactor = redactor
        shown = Shown()
    }

    /// Keeps what is shown of an exchange.
    public mutating func add(_ exchange: InspectedExchange) {
        let wording = Wording(redactor: redactor, lines: exchange.lines)
        let isConversation = exchange.conversation.dialect != nil
        shown.exchangeCount += 1
        shown.conversationCount += isConversation ? 1 : 0
        shown.hasAnswer = shown.hasAnswer || exchange.answer != nil
        shown.findings.add(exchange, wording)
        shown.uploads.add(exchange)
        addDefects(of: exchange, wording)
        let hasFailed = exchange.response?.status.map { status in !(100...399).contains(status) } ?? false
        addRow(of: exchange, isWanted: isConversation || hasFailed)
        let isKept = isEverything || (isConversation && shown.bodies.count < TextReporter.mostConversations)
        guard isKept || shown.exchangeCount == 1 else { return }
        let sections = ExchangeSections(
            exchange: exchange, wording: wording, isVerbose: options.isVerbose, details: options.details)
        let blocks = sections.blocks
        if shown.exchangeCount == 1 { shown.first = blocks }
        if isKept { shown.bodies.append(blocks) }
        for note in sections.footnotes where !shown.footnotes.contains(note) {
            if shown.footnotes.count < TextReporter.mostFootnotes {
                shown.footnotes.append(note)
            } else {
                shown.furtherFootnoteCount += 1
            }
        }
    }

    /// Keeps the defects of an exchange by which content is lost; all of them where a second look is asked for.
    private mutating func addDefects(of exchange: InspectedExchange, _ wording: Wording) {
        for defect in exchange.exchange.defects where options.isVerbose || defect.losesContent {
            guard options.isVerbose || shown.defects.count < TextReporter.mostDefects else {
                shown.furtherDefectCount += 1
                continue
            }
            shown.defects.append([Inline(wording.line(defect.place)), Inline(wording.captured(defect.message))])
        }
    }

    /// Keeps the row of an exchange while there are not enough of its sort.
    private mutating func addRow(of exchange: InspectedExchange, isWanted: Bool) {
        guard isEverything || shown.rows.count(where: { row in row.isWanted == isWanted }) < TextReporter.mostRows
        else { return }
        let row = ExchangeRow(ExchangeSummary(exchange), redactor)
        shown.rows.append(Row(cells: ExchangeRow.reported.map(row.cell), isWanted: isWanted))
    }

    /// The rows that the table lists, in order: all that are wanted, and of the others as many as there is room for.
    private var listedRows: [[Inline]] {
        var room = isEverything ? Int.max : TextReporter.mostRows - shown.rows.count(where: \.isWanted)
        return shown.rows.filter { row in
            if !row.isWanted { room -= 1 }
            return row.isWanted || room >= 0
        }.map(\.cells)
    }

    /// Writes the report of the capture.
    public mutating func end(_ capture: Capture) {
        guard let heading else { return }
        var renderer = TextRenderer(options)
        let facts = [
            Inline(redactor.redact(options.showsFolders ? heading.path : heading.name), .strong),
            Inline(Wording.size(capture.byteCount)), Inline(Wording.kind(of: capture)),
            Inline(Wording.count(shown.exchangeCount, "exchange")),
        ]
        renderer.render([.facts(facts, gap: 3), .gap] + body + defects(of: capture))
        if let uploads = shown.uploads.block { renderer.render([uploads, .gap]) }
        shown.findings.namesExchanges = shown.exchangeCount > 1
        renderer.render([shown.findings.block(isVerbose: options.isVerbose), .gap] + footer(of: heading))
        write(Array(((isFirst ? "" : "\n") + renderer.text).utf8))
        isFirst = false
        shown = Shown()
    }

    /// Nothing stands below the last capture.
    public mutating func finish() {}

    /// The table where there are several exchanges, then the conversations; one exchange alone is always shown.
    private var body: [Block] {
        guard shown.exchangeCount > 1 else { return shown.first }
        let heading = ExchangeRow.reported.map { column in Inline(column.rawValue) }
        let flexible = ExchangeRow.reported.indices.filter { index in ExchangeRow.reported[index].isFlexible }
        let rows = listedRows
        let table = Rows([heading] + rows, hasHeading: true, indent: 0, flexible: flexible)
        let count = isEverything ? shown.exchangeCount : shown.conversationCount
        return [.rows(table)] + more(shown.exchangeCount - rows.count, "exchange") + [.gap]
            + shown.bodies.flatMap { blocks in blocks } + more(count - shown.bodies.count, "conversation") + [.gap]
    }

    /// What stands for what is left out.
    private func more(_ count: Int, _ noun: String) -> [Block] {
        guard count > 0 else { return [] }
        return [.remark(Inline("[\(Wording.count(count, noun)) more: --only NUMBERS, or -v for all]", .faint))]
    }

    /// What is wrong in the capture, outside any exchange and in them.
    private func defects(of capture: Capture) -> [Block] {
        let outside = capture.defects.map { defect in
            let line = defect.location.map { location in ":\(location.line)" }
            return [
                Inline(line ?? "byte \(defect.place.byte)", .faint), Inline(redactor.redact(defect.message)),
            ]
        }
        let rows = outside + shown.defects
        guard !rows.isEmpty else { return [] }
        let count = rows.count + shown.furtherDefectCount
        var blocks: [Block] = [.rows(Rows(rows))]
        if shown.furtherDefectCount > 0 {
            let words = "[\(Wording.count(shown.furtherDefectCount, "defect")) more: -v for all]"
            blocks.append(.remark(Inline(words, .faint)))
        }
        return [.section(Section("CAPTURE", lead: [Inline(Wording.count(count, "defect"))], blocks)), .gap]
    }

    /// Footnotes, and what to do next.
    private func footer(of heading: CaptureHeading) -> [Block] {
        var lines = shown.footnotes
        if shown.furtherFootnoteCount > 0 {
            lines.append(Inline("and so for \(Wording.count(shown.furtherFootnoteCount, "further exchange"))", .faint))
        }
        let notes = lines.map { note in Block.rows(Rows([[Inline("*", .faint), note]], indent: 0, gaps: [1])) }
        let file = ShellArgument(path: heading.path, redactor: redactor)?.text ?? "FILE"
        let verbs = (shown.hasAnswer ? ["message \(file)"] : []) + ["inspect \(file) --format json"]
        let next = verbs.enumerated().map { position, verb in
            Block.command(Inline(position == 0 ? "next: " : "      ", .faint) + Inline("unspool \(verb)"))
        }
        return notes + next
    }
}
