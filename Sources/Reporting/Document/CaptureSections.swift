internal import CaptureReading
internal import ContentDecoding
internal import EventStreaming
internal import Findings
internal import Redaction

/// Shows what was captured itself: header sections, events, bodies.
struct CaptureSections {
    /// The exchange.
    let exchange: InspectedExchange

    /// How things are worded.
    let wording: Wording

    /// The sections that were asked for and have something to show, in the order of the exchange.
    func blocks(_ details: Set<Detail>) -> [Block] {
        let request = exchange.request
        let response = exchange.response
        var sections: [Block?] = []
        if details.contains(.headers) {
            sections.append(headers("REQUEST HEADERS", request?.fields))
        }
        if details.contains(.raw) { sections.append(body("REQUEST BODY", request?.body, request?.fields)) }
        if details.contains(.headers) {
            sections.append(headers("RESPONSE HEADERS", response?.fields))
        }
        if details.contains(.stream) { sections.append(stream) }
        if details.contains(.raw) { sections.append(body("RESPONSE BODY", response?.body, response?.fields)) }
        return sections.compactMap { section in section }.flatMap { section in [section, .gap] }
    }

    private func headers(_ title: String, _ fields: FieldLines?) -> Block? {
        guard let fields, !fields.isEmpty else { return nil }
        let rows = fields.map { line in
            [
                Inline(wording.line(line.place), .faint), Inline(wording.captured(line.name), .strong),
                Inline(wording.redactor.redact(line)),
            ]
        }
        return .section(Section(title, lead: [Inline(Wording.count(rows.count, "line"))], [.rows(Rows(rows))]))
    }

    private func body(_ title: String, _ body: Body?, _ fields: FieldLines?) -> Block? {
        guard let body else { return nil }
        let text = wording.captured(wording.redactor.withoutPieces(body).text(declared: fields?.mediaType).text)
        return .section(
            Section(title, lead: [Inline(Wording.size(body.bytes.count))], text.isEmpty ? [] : [.verbatim(text)]))
    }

    /// Every event with its size and its beginning.
    private var stream: Block? {
        guard exchange.isEventStream, let body = exchange.response?.body else { return nil }
        let shown = ShownEvents(of: body, wording.redactor)
        var rows: [[Inline]] = []
        var parser = ServerSentEventParser()
        parser.append(body.bytes) { event in
            rows.append([
                Inline("\(rows.count + 1)"), Inline(wording.line(body.place(ofByte: event.offset)), .faint),
                Inline(wording.captured(event.type)),
                Inline(Wording.size(event.data.count)),
                Preview(of: wording.captured(shown.text(of: event, rows.count + 1)), columns: 200).inline(),
            ])
        }
        return .section(Section("STREAM", lead: [Inline(Wording.count(rows.count, "event"))], [.rows(Rows(rows))]))
    }
}
