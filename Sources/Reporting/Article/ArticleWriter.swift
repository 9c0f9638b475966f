internal import CaptureReading
internal import Conversation
internal import Findings
internal import JSONReading

/// Puts an exchange into words for a page: section by section, with the line of the capture beside each value.
struct ArticleWriter {
    /// The exchange.
    let exchange: InspectedExchange

    /// How things are worded.
    let wording: Wording

    /// The name of its place in the page.
    let anchor: Anchor

    /// How much is shown.
    let options: PageOptions

    /// Creates a writer.
    init(_ exchange: InspectedExchange, _ wording: Wording, in context: PageContext) {
        self.exchange = exchange
        self.wording = wording
        anchor = .exchange(exchange.exchange.number, ofCapture: context.capture)
        options = context.options
    }

    /// The article.
    func article(in context: inout PageContext) -> Article {
        let conversation = ChatSection(writer: self).section(in: &context)
        let images = ImageArticleSection(writer: self).section(
            without: Set(conversation?.pictures.map(\.anchor) ?? []), in: &context)
        let sections =
            [ErrorArticleSection(writer: self).section, conversation, images] + SettingTables(writer: self).sections
            + [UsageBars(writer: self).section, context.has(.stream) ? StreamSection(writer: self).section : nil]
            + [IntegritySection(writer: self).section] + HeaderTables(writer: self).sections
            + (context.has(.raw) ? RawSections(writer: self).sections : [])
        return Article(
            anchor: anchor, isOpen: context.opens(exchange), title: title, tiles: VerdictTiles(writer: self).tiles,
            findings: findings(in: &context), sections: sections.compactMap { section in section })
    }

    /// The words that other reports begin an exchange with.
    var sections: ExchangeSections {
        ExchangeSections(
            exchange: exchange, wording: wording, isVerbose: options.isVerbose, details: options.details)
    }

    /// Who asked whom for what, in a line.
    private var title: [Inline] {
        let words = sections
        var facts = [words.method]
        if let dialect = exchange.conversation.dialect {
            facts.append(Inline(dialect.title))
            facts += words.model
        } else {
            let host = exchange.request?.host.map(wording.captured) ?? ""
            let path = exchange.request?.url?.path ?? ""
            facts.append(Preview(of: host + wording.captured(path), columns: 100).inline())
        }
        return facts.filter { fact in !fact.text.isEmpty }
    }

    // MARK: Places

    /// The line of the capture at which something stands.
    func line(_ place: Place?) -> Int? {
        place.map { place in wording.lines.location(of: place).line }
    }

    /// That line as a cell of a table.
    func lineCell(_ place: Place?) -> Inline {
        Inline(line(place).map(String.init) ?? "", .faint)
    }

    /// A captured value over several lines, as JSON indented, or the text that it is.
    func spread(_ value: JSONValue, named name: String? = nil) -> String {
        let shown = RedactedValue(value, name: name, redactor: wording.redactor)
        return value.kind == .string ? shown.text : shown.indented
    }

    // MARK: Findings

    /// The most places of a rule that are listed.
    private static let mostPlaces = 20

    /// What was found, rule by rule, the gravest first.
    func findings(in context: inout PageContext) -> [FindingEntry] {
        var entries: [FindingEntry] = []
        var positions: [String: Int] = [:]
        for finding in exchange.findings {
            let site = FindingEntry.Site(
                anchor: context.findingAnchor(ofRule: finding.rule), line: line(finding.place),
                place: wording.captured(finding.logicalPlace))
            let message = wording.captured(finding.message)
            guard let known = positions[finding.rule] else {
                positions[finding.rule] = entries.count
                entries.append(
                    FindingEntry(severity: finding.severity, rule: finding.rule, message: message, places: [site]))
                continue
            }
            if entries[known].places.count < ArticleWriter.mostPlaces {
                entries[known].places.append(site)
            } else {
                entries[known].hiddenCount += 1
            }
            if finding.severity > entries[known].severity {
                entries[known].severity = finding.severity
                entries[known].message = message
            }
        }
        return entries.sorted { left, right in
            FindingsSection.order(left.severity, left.rule) < FindingsSection.order(right.severity, right.rule)
        }
    }
}

extension RedactedValue {
    /// The value over several lines, each member on its own.
    var indented: String {
        var json = JSONWriter(layout: .indented(by: 2))
        write(to: &json)
        return String(decoding: json.take(), as: UTF8.self)
    }
}
