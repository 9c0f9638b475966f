/// The head of a message whose bytes a capture has in pieces, with the places that they have in the capture.
///
/// Of several heads the last one counts: interim responses stand before it.
///
/// RFC 9112 §2.1, RFC 9110 §15.2
struct GatheredHead {
    /// The start line.
    let startLine: HTTPStartLine

    /// Where the start line begins.
    let place: Place

    /// The header section.
    let fields: FieldLines

    /// The offset behind it in the bytes.
    let end: Int

    /// What is wrong in the heads.
    let defects: [CaptureDefect]

    private let bytes: GatheredBytes
    private let start: Int

    /// Reads the heads that bytes hold, or gives nil when they begin with none.
    ///
    /// - Parameters:
    ///   - bytes: the heads, and what stands behind them.
    ///   - hasContent: whether content may stand behind them, which may begin as a head does: then another head is read
    ///     only behind one that others follow.
    init?(_ bytes: GatheredBytes, hasContent: Bool = false) {
        var last: HTTPMessageHead?
        var defects: [CaptureDefect] = []
        guard
            var window = try? CaptureWindow(reading: MemorySource(bytes.bytes), headSize: max(bytes.bytes.count, 1))
        else { return nil }
        var offset = 0
        while let head = try? HTTPMessageHead(at: offset, in: &window) {
            last = head
            defects += head.defects
            offset = head.end
            if hasContent, !GatheredHead.isFollowed(head.startLine) { break }
        }
        guard let last else { return nil }
        startLine = last.startLine
        start = last.start
        end = last.end
        self.bytes = bytes
        place = bytes.place(last.start)
        fields = FieldLines(
            last.fields.map { line in
                FieldLine(name: line.name, value: line.value, place: bytes.place(line.place.byte))
            })
        self.defects = defects.map { defect in
            CaptureDefect(id: defect.id, message: defect.message, place: bytes.place(defect.place.byte))
        }
    }

    /// Whether a client that prints all heads prints another one behind this: an interim response, one that it followed
    /// or answered with credentials, or that of a proxy that opened a tunnel.
    private static func isFollowed(_ line: HTTPStartLine) -> Bool {
        guard case .response(_, let status, let reason) = line else { return false }
        return 100..<200 ~= status || 300..<400 ~= status || status == 401 || status == 407
            || 200..<300 ~= status && reason?.lowercased() == "connection established"
    }

    /// The request with this body, where the message is one.
    func request(_ body: Body?) -> Request? {
        guard case .request(let method, let target, let version) = startLine else { return nil }
        let range = (start + target.lowerBound)..<(start + target.upperBound)
        return Request(
            method: method, target: String(decoding: bytes.bytes[range], as: UTF8.self),
            targetPlace: bytes.place(range.lowerBound), httpVersion: version, fields: fields, body: body, place: place)
    }

    /// The response with this body, where the message is one.
    func response(_ body: Body?) -> Response? {
        guard case .response(let version, let status, let reason) = startLine else { return nil }
        return Response(
            status: status, reason: reason, httpVersion: version, fields: fields, body: body, place: place)
    }
}
