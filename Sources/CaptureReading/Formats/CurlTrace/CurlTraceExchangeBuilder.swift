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
    private var hasDigits = false
    private var defects: [CaptureDefect] = []

    /// Begins the exchange that was read from these bytes.
    init(source: ExchangeSource) {
        self.source = source
    }

    /// The exchange that blocks in their order make.
    consuming func exchange(of blocks: [CurlTraceBlock], number: Int) -> Exchange {
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
        reportTransfers(blocks)
        let request = sent.start.flatMap { start in makeRequest(sent, start: start) }
        let response = received.start.flatMap { start in makeResponse(received, start: start, answering: request) }
        defects.sort { left, right in left.place.byte < right.place.byte }
        return Exchange(
            number: number, source: source, request: request, response: response,
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
        return head.request(side.hasBody ? body(side, fields: head.fields) : nil)
    }

    private mutating func makeResponse(_ side: Side, start: Int, answering request: Request?) -> Response? {
        guard let head = readHead(side) else {
            return Response(body: side.hasBody ? body(side, fields: FieldLines()) : nil, place: source.place(start))
        }
        guard side.hasBody else {
            let isMissing = request?.method != "HEAD" && (head.fields.contentLength ?? 0) > 0
            return head.response(
                isMissing ? body(side, fields: head.fields) : Body(bytes: [], place: head.place))
        }
        return head.response(body(side, fields: head.fields))
    }

    /// Reads the head of a side; nil where it holds none.
    private mutating func readHead(_ side: Side) -> GatheredHead? {
        guard let head = GatheredHead(side.head) else { return nil }
        defects += head.defects
        return head
    }

    /// The content of a side; a length that is declared is compared with what is there.
    private mutating func body(_ side: Side, fields: FieldLines) -> Body {
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

    /// Notes that the blocks of several transfers are mixed.
    private mutating func reportTransfers(_ blocks: [CurlTraceBlock]) {
        let transfers = Set(blocks.filter { block in block.heading.kind != .info }.compactMap(\.heading.transfer))
        guard transfers.count > 1 else { return }
        report(
            "mixed-transfers",
            "expected the blocks of one transfer behind each other, found those of \(transfers.count) mixed; record it "
                + "again without --parallel", at: 0)
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
