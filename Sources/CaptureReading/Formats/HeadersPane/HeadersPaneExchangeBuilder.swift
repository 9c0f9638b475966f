internal import ByteCoding

/// Puts the sections of a headers-pane dump together to an exchange.
///
/// What the dump does not say stays absent: there is no HTTP version, and mostly no method.
struct HeadersPaneExchangeBuilder {
    /// What was read of one side.
    private struct Message {
        var start: Int?
        var lines: [FieldLine] = []
        var breaks: Set<Int> = []
        var labelled: [HeadersPaneFields.LabelledValue] = []
        var address: HeadersPaneAddress?
        var body: Content?
    }

    /// Where a body stands in the exchange, counted from its first byte.
    private struct Content {
        var range: Range<Int>
        var isFollowed: Bool
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
        let border = HeadersPaneBorder.index(in: general.lines, breaks: general.breaks)
        response.lines.insert(contentsOf: general.lines[..<border], at: 0)
        request.lines.insert(contentsOf: general.lines[border...], at: 0)
        if let body = general.body {
            // A body below header lines without titles is what came back, unless nothing else did.
            let isSent = response.lines.isEmpty && response.body == nil && !hasStatus(general)
            if isSent { add(body, to: &request) } else { add(body, to: &response) }
        }
        let labelled = general.labelled + request.labelled + response.labelled
        let sent = makeRequest(request, labelled, general: general)
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
                if section.hasText { readFields(section, into: &message) }
                if isEmpty, sections.count == 1 { reportEmpty(section) }
            case .general, .fields:
                readFields(section, into: &message)
                if !section.hasText, !hasText(sections, of: section.part) { reportEmpty(section) }
            case .body:
                reportQuotes(section)
                add(Content(range: section.content, isFollowed: section.isFollowed), to: &message)
            case .aside:
                reportStrayLines(section.content)
            }
            message.start = message.start ?? section.start
        }
        return message
    }

    /// Reads the header lines of a section, and the body that may stand below them.
    private mutating func readFields(_ section: HeadersPaneOutline.Section, into message: inout Message) {
        let fields = HeadersPaneFields(section.content, of: source, isGeneral: section.part == .general)
        message.breaks.formUnion(fields.breaks.map { index in message.lines.count + index })
        message.lines += fields.lines
        message.labelled += fields.labelled
        if fields.address.text != nil { message.address = message.address ?? fields.address }
        reportOrphans(fields.orphanCount, first: fields.firstOrphan)
        guard let bodyStart = fields.bodyStart else { return }
        add(Content(range: bodyStart..<section.content.upperBound, isFollowed: section.isFollowed), to: &message)
    }

    /// Makes a content the body of a side; of several the first is it, and the others are lines that are left out.
    private mutating func add(_ content: Content, to message: inout Message) {
        if message.body == nil { message.body = content } else { reportStrayLines(content.range) }
    }

    /// Whether a label tells that a response came.
    private func hasStatus(_ message: Message) -> Bool {
        message.labelled.contains { value in value.label == .status }
    }

    /// The request, or nil when the dump has no word of it.
    private func makeRequest(
        _ message: Message, _ labelled: [HeadersPaneFields.LabelledValue], general: Message
    ) -> Request? {
        let fields = FieldLines(message.lines)
        let target = labelled.first { value in value.label == .target }
        let method = labelled.first { value in value.label == .method }
        let isLabelled = target != nil || method != nil || general.address != nil
        let labels = message.start == nil && isLabelled ? general.start.map(source.place) : nil
        guard let place = labels ?? firstPlace(of: message) ?? (target ?? method)?.place else { return nil }
        return Request(
            method: method?.text ?? fields.value(":method"),
            target: target?.text ?? general.address?.text ?? fields.value(":path"),
            targetPlace: target?.place ?? general.address?.place ?? fields.first(":path")?.place,
            httpVersion: labelled.first { value in value.label == .requestVersion }?.text, fields: fields,
            body: message.body.map { content in body(content, declared: fields) }, place: place)
    }

    /// The response, or nil when the dump has no word of it.
    private func makeResponse(_ message: Message, _ labelled: [HeadersPaneFields.LabelledValue]) -> Response? {
        let fields = FieldLines(message.lines)
        let label = labelled.first { value in value.label == .status }
        let begin = message.start == nil ? label?.place ?? firstPlace(of: message) : firstPlace(of: message)
        guard let place = begin ?? message.body.map({ content in source.place(content.range.lowerBound) }) else {
            return nil
        }
        // Safari's summary has no reason, and the raw view below it has.
        let readings = labelled.filter { value in value.label == .status }.map { value in status(value.text ?? "") }
        let first = readings.first ?? status(fields.value(":status") ?? "")
        let alike = readings.first { reading in reading.code == first.code && reading.reason != nil }
        let reason = labelled.first { value in value.label == .reason }
        return Response(
            status: first.code, reason: first.reason ?? alike?.reason ?? reason?.text,
            httpVersion: labelled.first { value in value.label == .responseVersion }?.text, fields: fields,
            body: message.body.map { content in body(content, declared: fields) }, place: place)
    }

    /// Where a side begins: its first title, or a header line before it that has none.
    private func firstPlace(of message: Message) -> Place? {
        let places = [message.start.map(source.place), message.lines.first?.place].compactMap { place in place }
        return places.min { left, right in left.byte < right.byte }
    }

    /// The number and the reason of a status, behind the sign that may show its colour.
    private func status(_ text: String) -> (code: Int?, reason: String?) {
        let text = Array(text.utf8)[...]
        let plain = text.drop { byte in byte >= 0x80 || byte.isBlank }
        let code = plain.prefix { byte in !byte.isBlank }
        let number = Int(String(decoding: code, as: UTF8.self))
        let reason = (number == nil ? text : plain.dropFirst(code.count)).trimmed
        return (number, reason.isEmpty ? nil : String(decoding: reason, as: UTF8.self))
    }
}

extension HeadersPaneFields.LabelledValue {
    /// The value as text, or nil when it is empty.
    fileprivate var text: String? {
        value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
}

extension HeadersPaneExchangeBuilder {
    /// The body of a section, without the blank lines that the dump put between it and the next heading, and without
    /// the frame around it.
    ///
    /// The blank line that ends the last event of an event stream is kept: without it the event would not be
    /// dispatched.
    private func body(_ content: Content, declared fields: FieldLines) -> Body {
        let (bytes, isFramed) = withoutFrame(source.slice(content.range))
        let place = source.place(bytes.startIndex - source.bytes.startIndex)
        guard content.isFollowed || isFramed else { return Body(bytes: bytes, place: place) }
        guard let last = bytes.lastIndex(where: { byte in !byte.isLineEnd }) else {
            return Body(bytes: bytes.prefix(0), place: place)
        }
        var end = last + 1 - bytes.startIndex
        if isEventStream(bytes, declared: fields) {
            for _ in 0..<2 { end = TextLine(in: bytes, at: end, ending: .any)?.end ?? end }
        }
        return Body(bytes: bytes.prefix(end), place: place)
    }

    /// A body without the fence of Markdown around it and the link that Chrome has above it, and whether there is one.
    ///
    /// A fence may open above the header lines, and then closes alone below a body.
    private func withoutFrame(_ bytes: ArraySlice<UInt8>) -> (bytes: ArraySlice<UInt8>, isFramed: Bool) {
        let text = bytes.prefix(while: \.isWhiteSpace).endIndex
        var inside = bytes
        if let first = TextLine(in: bytes, at: text - bytes.startIndex, ending: .any),
            HeadersPaneExchangeBuilder.isFrame(first.text(in: bytes).paneText)
        {
            inside = bytes.dropFirst(first.end)
        }
        guard let last = inside.lastIndex(where: { byte in !byte.isWhiteSpace }) else {
            return (inside, inside.count < bytes.count)
        }
        let lineStart = inside[...last].lastIndex(where: \.isLineEnd).map { end in end + 1 } ?? inside.startIndex
        guard inside[lineStart...last].elementsEqual("```".utf8) else { return (inside, inside.count < bytes.count) }
        return (inside[..<lineStart], true)
    }

    /// Whether a line above a body is no part of it.
    private static func isFrame(_ text: ArraySlice<UInt8>) -> Bool {
        text.isFence || text.isEqual(ignoringCase: "view source") || text.isEqual(ignoringCase: "view parsed")
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

    /// Reports the lines of a range that are of no use.
    private mutating func reportStrayLines(_ range: Range<Int>) {
        var count = 0
        var first: Int?
        var offset = range.lowerBound
        while offset < range.upperBound, let line = TextLine(in: source.bytes, at: offset, ending: .any) {
            if !line.text(in: source.bytes).paneText.isEmpty {
                count += 1
                first = first ?? line.content.lowerBound
            }
            offset = line.end
        }
        reportOrphans(count, first: first.map(source.place))
    }

    /// Reports a body that has the quotation marks of mail before its lines.
    private mutating func reportQuotes(_ section: HeadersPaneOutline.Section) {
        guard section.hasText, section.margin.contains(UInt8(ascii: ">")) else { return }
        report(
            "quoted-body",
            "expected a body as it was sent, found > before its lines; take the marks off to have it read",
            at: source.place(section.content.lowerBound))
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
