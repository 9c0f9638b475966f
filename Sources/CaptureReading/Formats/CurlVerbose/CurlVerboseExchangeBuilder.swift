internal import ByteCoding

/// Puts the parts of the output of `curl -v` together to an exchange.
struct CurlVerboseExchangeBuilder {
    private let source: ExchangeSource
    private let layout: CurlVerboseLayout
    private let isAlone: Bool
    private let isMixed: Bool
    private let isContentLost: Bool
    private var defects: [CaptureDefect] = []

    /// Begins an exchange that was read from these bytes.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - group: the exchange, or several whose lines stand among each other.
    ///   - number: which of these it is.
    init(source: ExchangeSource, group: CurlVerboseGroup, number: Int) {
        self.source = source
        layout = group.layouts[number]
        isAlone = group.layouts.count == 1
        isMixed = group.isMixed
        isContentLost = group.isContentLost(of: number)
    }

    /// The exchange.
    consuming func exchange(number: Int) -> Exchange {
        let request = makeRequest()
        let response = makeResponse(answering: request)
        reportMixed()
        if let offset = layout.textBehind {
            report(
                "text-behind",
                "expected another command behind the content, found other text behind a prompt or a fence; it is left "
                    + "out, as what another program printed: where it is content, save it as a file of its own",
                at: offset)
        }
        let failure = layout.failure.map { range in
            String(decoding: source.slice(range).drop { byte in byte != UInt8(ascii: "c") }, as: UTF8.self)
        }
        defects.sort { left, right in left.place.byte < right.place.byte }
        return Exchange(
            number: number, source: source, request: request, response: response, failure: failure, defects: defects)
    }

    private mutating func makeRequest() -> Request? {
        guard let first = layout.sent.first else { return nil }
        guard let head = head(of: layout.sent) else {
            report(
                "no-request-line",
                "expected a request line in front of header lines, found none; copy the whole output",
                at: first.lowerBound)
            return Request(place: source.place(first.lowerBound))
        }
        return head.request(typedBody() ?? missingRequestBody(head.fields))
    }

    /// The content that the command has which was typed.
    private mutating func typedBody() -> Body? {
        guard let start = layout.command else { return nil }
        let pipeline = CurlPipeline(
            source.slice(start..<source.bytes.count), at: source.place(start), isOfWindows: layout.prompt.isOfWindows)
        // Of several requests in one command it is not known which one this is.
        guard isAlone || !pipeline.words.contains(where: { word in ["--next", "-:"].contains(word.text) }) else {
            return nil
        }
        let (request, found) = CurlCommand(pipeline).request()
        defects += found.filter { defect in ["copy-as-curl.file", "copy-as-curl.input"].contains(defect.id) }
        return request.body
    }

    private func missingRequestBody(_ fields: FieldLines) -> Body? {
        let length = fields.contentLength ?? 0
        guard length > 0 || layout.marks.sent else { return nil }
        return missing(
            length > 0 ? "\(length) bytes of content" : "content",
            "curl -v does not print what is sent: record it again with --trace", at: fields.last?.place)
    }

    private mutating func makeResponse(answering request: Request?) -> Response? {
        guard !layout.received.isEmpty, let head = head(of: layout.received) else { return nil }
        return head.response(responseBody(head, answering: request))
    }

    private mutating func responseBody(_ head: GatheredHead, answering request: Request?) -> Body? {
        if isContentLost {
            let fault = BodyFault(.bodyMissing, "expected content of one response, found that of several mixed")
            return Body(bytes: [], place: head.place, fault: fault)
        }
        var content = GatheredBytes()
        for range in layout.content { content.append(source.slice(range), at: source.place(range.lowerBound).byte) }
        content = withoutCopiedHead(content, of: head)
        let length = head.fields.contentLength
        guard !content.bytes.isEmpty else {
            let isExpected = request?.method != "HEAD" && (length ?? 0) > 0
            if layout.marks.received || isExpected {
                return missing(
                    length.map { length in "\(length) bytes of content" } ?? "content",
                    "curl wrote it elsewhere: record it again without -o, or with --trace", at: head.place)
            }
            return Body(bytes: [], place: head.place)
        }
        guard let length, head.fields.first("content-encoding") == nil else { return content.body() }
        // A line end behind the content is the terminal's.
        let excess = content.bytes.dropFirst(length)
        if !excess.isEmpty, excess.allSatisfy(\.isWhiteSpace) { return content.prefix(length).body() }
        let lineEnds = content.bytes.count { byte in byte == UInt8(ascii: "\n") }
        let isTruncated = length > content.bytes.count + lineEnds + 1
        if isTruncated {
            report(
                "truncated-body",
                "expected \(length) bytes of content, found \(content.bytes.count); the output was cut short or edited",
                at: content.place(0).byte - source.start.byte)
        }
        return content.body(isTruncated: isTruncated)
    }

    /// The content without the head that `-i` prints before it.
    private func withoutCopiedHead(_ content: GatheredBytes, of head: GatheredHead) -> GatheredBytes {
        guard content.bytes.starts(with: "HTTP/".utf8), let copy = GatheredHead(content, hasContent: true),
            copy.startLine == head.startLine
        else { return content }
        return content.dropping(copy.end)
    }

    /// Says so where the transfers of curl are mixed.
    private mutating func reportMixed() {
        let start = (layout.sent.first ?? layout.received.first)?.lowerBound ?? 0
        if isMixed {
            report(
                "mixed-transfers",
                "expected a response behind each request, found several transfers mixed without ids; each message is "
                    + "told by itself, record it again with --trace-ids or without --parallel", at: start)
        }
        if isContentLost {
            report(
                "mixed-content",
                "expected content behind the head of one response, found it behind those of several; it is left out, "
                    + "record it again with --trace or without --parallel", at: start)
        }
    }

    private func missing(_ expected: String, _ advice: String, at place: Place?) -> Body {
        let fault = BodyFault(.bodyMissing, "expected \(expected) in the output, found none; \(advice)")
        return Body(bytes: [], place: place ?? source.place(0), fault: fault)
    }

    /// Reads the header lines of one side.
    private mutating func head(of lines: [Range<Int>]) -> GatheredHead? {
        var bytes = GatheredBytes()
        for line in lines {
            bytes.append(source.slice(line), at: source.place(line.lowerBound).byte)
            bytes.append("\r\n".utf8, at: source.place(line.upperBound).byte, step: 0)
        }
        guard let head = GatheredHead(bytes) else { return nil }
        defects += head.defects
        return head
    }

    private mutating func report(_ id: String, _ message: String, at offset: Int) {
        defects.append(CaptureDefect(id: "curl-verbose." + id, message: message, place: source.place(offset)))
    }
}
