internal import ByteCoding

/// Puts the sections of a headers-pane dump together to an exchange.
///
/// What the dump does not say stays absent: there is no HTTP version, and mostly no method.
struct HeadersPaneExchangeBuilder {
    /// What was read of one side.
    private struct Message {
        var start: Int?
        var lines: [FieldLine] = []
        var labelled: [HeadersPaneFields.LabelledValue] = []
        var body: HeadersPaneOutline.Section?
    }

    private let number: Int
    private let source: ExchangeSource
    private var defects: [CaptureDefect] = []

    /// Begins the exchange of a number that was read from these bytes.
    init(number: Int, source: ExchangeSource) {
        self.number = number
        self.source = source
    }

    /// The exchange that sections in their order make.
    consuming func exchange(of sections: [HeadersPaneOutline.Section]) -> Exchange {
        let general = readMessage(sections.filter { section in section.side == nil })
        var request = readMessage(sections.filter { section in section.side == .request })
        var response = readMessage(sections.filter { section in section.side == .response })
        // Without titles, DevTools' order tells the sides apart: the response's headers, then those of the request,
        // which begin with its pseudo-headers.
        let border = general.lines.firstIndex { line in
            line.name.utf8.first == UInt8(ascii: ":") && !line.isNamed(":status")
        }
        response.lines.insert(contentsOf: general.lines[..<(border ?? general.lines.endIndex)], at: 0)
        request.lines.insert(contentsOf: general.lines[(border ?? general.lines.endIndex)...], at: 0)
        let labelled = general.labelled + request.labelled + response.labelled
        let sent = makeRequest(request, labelled, generalStart: general.start)
        let received = makeResponse(response, labelled)
        defects.sort { left, right in left.place.byte < right.place.byte }
        return Exchange(number: number, source: source, request: sent, response: received, defects: defects)
    }

    /// Reads the sections of one side, or those that belong to none.
    private mutating func readMessage(_ sections: [HeadersPaneOutline.Section]) -> Message {
        var message = Message()
        let isEmpty = !sections.contains { section in section.hasText || section.part == .body }
        for section in sections {
            if section.isUnknown { reportUnknownHeading(section) }
            switch section.part {
            case .title:
                if section.hasText { reportStrayLines(section) }
                if isEmpty, sections.count == 1 { reportEmpty(section) }
            case .general, .fields:
                let fields = HeadersPaneFields(section.content, of: source)
                message.lines += fields.lines
                message.labelled += fields.labelled
                reportOrphans(fields.orphanCount, first: fields.firstOrphan)
                if !section.hasText, !hasText(sections, of: section.part) { reportEmpty(section) }
            case .body:
                message.body = section
            }
            message.start = message.start ?? section.start
        }
        return message
    }

    /// The request, or nil when the dump has no word of it.
    private func makeRequest(
        _ message: Message, _ labelled: [HeadersPaneFields.LabelledValue], generalStart: Int?
    ) -> Request? {
        let fields = FieldLines(message.lines)
        let target = labelled.first { value in value.label == .target }
        let method = labelled.first { value in value.label == .method }
        let begin = message.start ?? (target ?? method).flatMap { _ in generalStart }
        guard let place = begin.map(source.place) ?? fields.first?.place ?? (target ?? method)?.place else {
            return nil
        }
        return Request(
            method: method?.text ?? fields.value(":method"), target: target?.text ?? fields.value(":path"),
            targetPlace: target?.place ?? fields.first(":path")?.place, fields: fields,
            body: message.body.map { section in body(section, declared: fields) }, place: place)
    }

    /// The response, or nil when the dump has no word of it.
    private func makeResponse(_ message: Message, _ labelled: [HeadersPaneFields.LabelledValue]) -> Response? {
        let fields = FieldLines(message.lines)
        let label = labelled.first { value in value.label == .status }
        guard let place = message.start.map(source.place) ?? label?.place ?? fields.first?.place else { return nil }
        let text = Array((label?.text ?? fields.value(":status") ?? "").utf8)[...]
        let code = text.prefix { byte in !byte.isBlank }
        let status = Int(String(decoding: code, as: UTF8.self))
        let reason = (status == nil ? text : text.dropFirst(code.count)).trimmed
        return Response(
            status: status, reason: reason.isEmpty ? nil : String(decoding: reason, as: UTF8.self), fields: fields,
            body: message.body.map { section in body(section, declared: fields) }, place: place)
    }
}

extension HeadersPaneFields.LabelledValue {
    /// The value as text, or nil when it is empty.
    fileprivate var text: String? {
        value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
}

extension HeadersPaneExchangeBuilder {
    /// The body of a section, without the blank lines that the dump put between it and the next heading.
    ///
    /// The blank line that ends the last event of an event stream is kept: without it the event would not be
    /// dispatched.
    private func body(_ section: HeadersPaneOutline.Section, declared fields: FieldLines) -> Body {
        let bytes = source.slice(section.content)
        let place = source.place(section.content.lowerBound)
        guard section.isFollowed else { return Body(bytes: bytes, place: place) }
        guard let last = bytes.lastIndex(where: { byte in !byte.isLineEnd }) else {
            return Body(bytes: bytes.prefix(0), place: place)
        }
        var end = last + 1 - bytes.startIndex
        if isEventStream(bytes, declared: fields) {
            for _ in 0..<2 { end = TextLine(in: bytes, at: end, ending: .any)?.end ?? end }
        }
        return Body(bytes: bytes.prefix(end), place: place)
    }

    /// Whether a body is an event stream by its media type, or by its text where none is declared.
    private func isEventStream(_ bytes: ArraySlice<UInt8>, declared fields: FieldLines) -> Bool {
        guard let type = fields.value("content-type").flatMap(MediaType.init(parsing:)) else {
            return EventStreamFormat.recognise(bytes.prefix(CaptureReader.headSize)) >= .likely
        }
        return type.essence == "text/event-stream"
    }
}

extension HeadersPaneExchangeBuilder {
    /// Whether one of the sections of a kind holds text.
    private func hasText(_ sections: [HeadersPaneOutline.Section], of part: HeadersPaneOutline.Section.Part) -> Bool {
        sections.contains { section in section.part == part && section.hasText }
    }

    /// Reports a heading that is no known word.
    private mutating func reportUnknownHeading(_ section: HeadersPaneOutline.Section) {
        report(
            "unknown-heading",
            "expected # request or # response as the heading of a section, found another word; it is read as the "
                + (section.side == .request ? "request" : "response"), at: source.place(section.start))
    }

    /// Reports a heading with nothing below it.
    private mutating func reportEmpty(_ section: HeadersPaneOutline.Section) {
        let count = section.emptyBefore > 0 ? " below \(section.emptyBefore + 1) of a kind" : ""
        report(
            "empty-section",
            "expected content below a heading, found none\(count); copy that part again if it is needed",
            at: source.place(section.start))
    }

    /// Reports the lines of a section in which no text is expected.
    private mutating func reportStrayLines(_ section: HeadersPaneOutline.Section) {
        var count = 0
        var first: Int?
        var offset = section.content.lowerBound
        while offset < section.content.upperBound, let line = TextLine(in: source.bytes, at: offset, ending: .any) {
            if !line.text(in: source.bytes).allSatisfy(\.isBlank) {
                count += 1
                first = first ?? line.content.lowerBound
            }
            offset = line.end
        }
        reportOrphans(count, first: first.map(source.place))
    }

    /// Reports lines that are neither name nor value, if there are any.
    private mutating func reportOrphans(_ count: Int, first: Place?) {
        guard let first else { return }
        let lines = count == 1 ? "1 line that is" : "\(count) lines that are"
        report(
            "orphan-line", "expected the name of a header or its value, found \(lines) neither; they are left out",
            at: first)
    }

    /// Notes a defect.
    private mutating func report(_ id: String, _ message: String, at place: Place) {
        defects.append(CaptureDefect(id: "headers-pane." + id, message: message, place: place))
    }
}
