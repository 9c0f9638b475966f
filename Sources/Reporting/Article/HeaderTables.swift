internal import CaptureReading
internal import Findings
internal import Redaction

/// Shows the header sections, a row a line.
struct HeaderTables {
    /// What the article is about.
    let writer: ArticleWriter

    /// The sections of the messages that have any header lines.
    var sections: [ArticleSection] {
        let exchange = writer.exchange
        return [
            section(.requestHeaders, exchange.requestFields, isResponse: false),
            section(.responseHeaders, exchange.responseFields, isResponse: true),
        ].compactMap { section in section }
    }

    private func section(_ kind: ArticleSection.Kind, _ fields: FieldLines, isResponse: Bool) -> ArticleSection? {
        let target = isResponse ? nil : writer.exchange.request.flatMap(startLine)
        guard !fields.isEmpty || target != nil else { return nil }
        let rows = fields.enumerated().map { index, line in
            ArticleTable.Row(
                anchor: writer.anchor.header(index + 1, isResponse: isResponse),
                cells: [
                    writer.lineCell(line.place), Inline(writer.wording.captured(line.name), .strong),
                    Inline(writer.wording.redactor.redact(line)),
                ])
        }
        let table = ArticleTable(
            caption: kind.title, headings: ["Line", "Name", "Value"], rows: rows, nameColumn: 1,
            verbatimColumns: [1, 2])
        return ArticleSection(
            kind, lead: [Inline(Wording.count(rows.count, "line"))],
            isOpen: writer.options.details.contains(.headers), (target.map { [.note($0)] } ?? []) + [.table(table)])
    }

    /// The request's method and target as they were captured.
    private func startLine(of request: Request) -> Inline? {
        guard let target = writer.wording.redactor.redact(targetOf: request) else { return nil }
        let line = writer.line(request.targetPlace).map { line in Inline(" line \(line)", .faint) } ?? ""
        return writer.sections.method + Inline(" ") + Inline(target, .strong) + line
    }
}
