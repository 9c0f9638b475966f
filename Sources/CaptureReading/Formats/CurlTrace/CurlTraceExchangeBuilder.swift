internal import ByteCoding

/// Puts the blocks of a trace together to an exchange.
struct CurlTraceExchangeBuilder {
    /// What went one way.
    private struct Side {
        var head = GatheredBytes()
        var body = GatheredBytes()
        var start: Int?
        var hasBody = false
    }

    private let source: ExchangeSource
    private let group: CurlTraceGroup
    private let number: Int
    private var hasDigits = false
    private var defects: [CaptureDefect] = []

    /// Begins an exchange that was read from these bytes.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - group: the exchange, or several whose blocks stand among each other.
    ///   - number: which of these it is.
    init(source: ExchangeSource, group: CurlTraceGroup, number: Int) {
        self.source = source
        self.group = group
        self.number = number
    }

    /// The exchange that its blocks in their order make.
    consuming func exchange(number exchangeNumber: Int) -> Exchange {
        let blocks = group.blocks[number]
        hasDigits = blocks.contains { block in block.hasDigits(in: source) }
        var sent = Side()
        var received = Side()
        for block in blocks {
            switch block.heading.kind {
            case .info: break
            case .encrypted: break
            case .sentHeader: gather(block, isHead: true, into: &sent)
            case .sentData: gather(block, isHead: false, into: &sent)
            // Behind content it is the trailer section.
            case .receivedHeader: if !received.hasBody { gather(block, isHead: true, into: &received) }
            case .receivedData: gather(block, isHead: false, into: &received)
            }
        }
        reportMixed(blocks)
        let request = sent.start.flatMap { start in makeRequest(sent, start: start) }
        let response = received.start.flatMap { start in makeResponse(received, start: start, answering: request) }
        defects.sort { left, right in left.place.byte < right.place.byte }
        return Exchange(
            number: exchangeNumber, source: source, request: request, response: response,
            duration: CurlTraceExchangeBuilder.duration(of: blocks), defects: defects)
    }

    /// Adds the bytes of a block to those of its side.
    private mutating func gather(_ block: CurlTraceBlock, isHead: Bool, into side: inout Side) {
        side.start = side.start ?? block.start
        if !isHead { side.hasBody = true }
        let loss =
            isHead
            ? block.gather(into: &side.head, from: source, hasDigits: hasDigits)
            : block.gather(into: &side.body, from: source, hasDigits: hasDigits)
        switch loss {
        case .cut(let expected, let found)?:
            report(
                "truncated-block",
                "expected \(expected) bytes in a block of the trace, found \(found); it was cut short",
                at: block.start)
        case .damaged?:
            report(
                "damaged-block",
                "expected lines of offsets and bytes below the heading of a block, found others; what they stand for is "
                    + "left out", at: block.start)
        case nil: break
        }
    }

    private mutating func makeRequest(_ side: Side, start: Int) -> Request? {
        guard let head = readHead(side) else {
            return Request(body: side.hasBody ? body(side, fields: FieldLines()) : nil, place: source.place(start))
        }
        let isLost = group.isSentContentLost(of: number) && side.body.bytes.count != head.fields.contentLength ?? 0
        if isLost {
            let fault = BodyFault(.bodyMissing, "expected content of one request, found that of several mixed")
            return head.request(Body(bytes: [], place: source.place(start), fault: fault))
        }
        return head.request(side.hasBody ? body(side, fields: head.fields) : nil)
    }

    private mutating func makeResponse(_ side: Side, start: Int, answering request: Request?) -> Response? {
        guard let head = readHead(side) else {
            let body = side.hasBody ? body(side, fields: FieldLines(), isResponse: true) : nil
            return Response(body: body, place: source.place(start))
        }
        guard side.hasBody || group.isContentLost(of: number) else {
            let isMissing = request?.method != "HEAD" && (head.fields.contentLength ?? 0) > 0
            return head.response(
                isMissing ? body(side, fields: head.fields, isResponse: true) : Body(bytes: [], place: head.place))
        }
        return head.response(body(side, fields: head.fields, isResponse: true))
    }

    /// Reads the head of a side; nil where it holds none.
    private mutating func readHead(_ side: Side) -> GatheredHead? {
        guard let head = GatheredHead(side.head) else { return nil }
        defects += head.defects
        return head
    }

    /// The content of a side; a length that is declared is compared with what is there.
    private mutating func body(_ side: Side, fields: FieldLines, isResponse: Bool = false) -> Body {
        if isResponse, group.isContentLost(of: number) {
            let fault = BodyFault(.bodyMissing, "expected content of one response, found that of several mixed")
            return Body(bytes: [], place: source.place(side.start ?? 0), fault: fault)
        }
        var content = side.body
        var isLossy = false
        if !hasDigits {
            isLossy = content.bytes.contains(UInt8(ascii: "."))
            if fields.mediaType?.essence == "text/event-stream" { CurlTraceLineEnds.restore(in: &content) }
        }
        let count = content.bytes.count
        let isChunked = !fields.members(of: "transfer-encoding").isEmpty
        let expected = isChunked ? nil : fields.contentLength.flatMap { length in length > count ? length : nil }
        if let expected {
            report(
                "truncated-body", "expected \(expected) bytes of content, found \(count); the trace was cut short",
                at: side.start ?? 0)
        }
        let isCut = isChunked && CurlTraceExchangeBuilder.isCut(content.bytes)
        if side.body.bytes.isEmpty {
            return Body(bytes: [], place: source.place(side.start ?? 0), isTruncated: expected != nil)
        }
        return content.body(isTruncated: expected != nil || isCut, warnings: isLossy ? [.mangledText] : [])
    }

    /// Whether chunks end before the last one.
    private static func isCut(_ bytes: [UInt8]) -> Bool {
        guard var window = try? CaptureWindow(reading: MemorySource(bytes), headSize: max(bytes.count, 1)),
            let outcome = try? ChunkedFraming.walk(from: 0, in: &window, sizeLimit: bytes.count)
        else { return false }
        if case .truncated = outcome { return true }
        return false
    }

    /// Says so where the blocks of several transfers are mixed and cannot be told apart.
    private mutating func reportMixed(_ blocks: [CurlTraceBlock]) {
        let start = blocks.first?.start ?? 0
        if group.isMixed {
            report(
                "mixed-transfers",
                "expected a response behind each request, found several transfers mixed without ids; each message is "
                    + "told by itself, record it again with --trace-ids or without --parallel", at: start)
        }
        if group.isContentLost(of: number) || group.isSentContentLost(of: number) {
            report(
                "mixed-content",
                "expected content behind the head of one message, found it behind those of several; it is left out, "
                    + "record it again with --trace-ids or without --parallel", at: start)
        }
    }

    /// The time between the first byte that was sent and the last one that came back, in milliseconds.
    ///
    /// The times are those of a day of which the trace does not tell the date: a transfer may go on past midnight.
    private static func duration(of blocks: [CurlTraceBlock]) -> Double? {
        let sent = blocks.first { block in [.sentHeader, .sentData].contains(block.heading.kind) }?.heading.time
        let received = blocks.last { block in [.receivedHeader, .receivedData].contains(block.heading.kind) }?.heading
            .time
        guard let sent, let received else { return nil }
        let day = 24 * 3_600 * 1_000_000
        return Double(received >= sent ? received - sent : received - sent + day) / 1_000
    }

    private mutating func report(_ id: String, _ message: String, at offset: Int) {
        defects.append(CaptureDefect(id: "curl-trace." + id, message: message, place: source.place(offset)))
    }
}
