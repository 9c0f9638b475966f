/// A message with the extent of its body, framed in a window and not yet taken from it.
///
/// Lengths are believed only as far as they fit. Tools store bodies decoded, edited or pasted through an editor and
/// keep the headers; so a declared end counts if a message or the end of the capture stands behind it, and otherwise
/// the body runs to the next start line.
///
/// RFC 9112 §6.3
struct HTTPMessage {
    /// The start line and the header section.
    let head: HTTPMessageHead

    /// The body's bytes, counted from the window's first byte, or nil when the message has none.
    private(set) var body: Range<Int>?

    /// Whether the body is shorter than the message declares.
    private(set) var isTruncated = false

    /// Where the next message begins, or the end of the capture.
    private(set) var end: Int

    /// What is wrong in the message.
    private(set) var defects: [CaptureDefect]

    /// Reads the message that begins at an offset, or gives nil when there is no start line.
    ///
    /// - Parameters:
    ///   - start: Where its start line begins.
    ///   - window: The window, which is extended to the end of the message.
    ///   - method: The method of the request that a response answers.
    /// - Throws: What the window's source throws.
    init?(at start: Int, in window: inout CaptureWindow, answering method: String? = nil) throws(CaptureError) {
        guard let head = try HTTPMessageHead(at: start, in: &window) else { return nil }
        self.head = head
        end = head.end
        defects = head.defects
        try readBody(from: &window, answering: method)
    }

    /// Whether the message is a response before the final one; 101 is not, since what follows it is no HTTP.
    ///
    /// RFC 9110 §15.2
    var isInterim: Bool {
        if case .response(_, let status, _) = head.startLine {
            (100...199).contains(status) && status != 101
        } else {
            false
        }
    }

    /// Finds where the body ends.
    private mutating func readBody(
        from window: inout CaptureWindow, answering method: String?
    ) throws(CaptureError) {
        let isChunked = self.isChunked
        let declared = declaredLength(isChunked: isChunked, in: window)
        if hasNoContent(answering: method) { return try skipStrayContent(in: &window) }
        if isChunked, try readChunks(from: &window) { return }
        if let declared, try readBody(ofLength: declared, from: &window) { return }
        try readToNextMessage(in: &window)
        // Without a length, a request has content only if there is some; a response has what follows, be it nothing.
        guard declared == nil, let found = body, window.slice(found).allSatisfy(\.isLineEnd) else { return }
        if case .request = head.startLine { body = nil } else { body = head.end..<head.end }
    }

    /// Takes the body to the end of its chunks, or gives false when these frame nothing or something follows.
    private mutating func readChunks(from window: inout CaptureWindow) throws(CaptureError) -> Bool {
        switch try ChunkedFraming.walk(from: head.end, in: &window) {
        case .complete(let end):
            return try accept(end, in: &window, declaredBy: "the last chunk")
        case .truncated:
            try readToNextMessage(in: &window)
            isTruncated = true
            report(
                "truncated-body", "expected a last chunk of size 0, found the end of the body; it was cut short",
                at: window.place(head.end))
            return true
        case .malformed:
            return false
        }
    }

    /// Takes as many bytes as are declared, or gives false when something follows that is no message.
    private mutating func readBody(
        ofLength length: Int, from window: inout CaptureWindow
    ) throws(CaptureError) -> Bool {
        while window.bytes.count - head.end < length, try window.extend() {}
        guard window.bytes.count - head.end < length else {
            return try accept(head.end + length, in: &window, declaredBy: "the \(length) bytes that are declared")
        }
        try readToNextMessage(in: &window)
        isTruncated = true
        report(
            "truncated-body",
            "expected \(length) bytes of content, found \(end - head.end); the body was cut short or edited",
            at: window.place(head.end))
        return true
    }

    /// Ends the body where it is declared to end if a message or the end follows, and else gives false.
    private mutating func accept(
        _ bodyEnd: Int, in window: inout CaptureWindow, declaredBy what: String
    ) throws(CaptureError) -> Bool {
        guard let next = try window.messageStart(behind: bodyEnd) else {
            report(
                "content-behind-body",
                "expected a message or the end behind \(what), found other content; the body is read up to the next "
                    + "start line", at: window.place(bodyEnd))
            return false
        }
        body = head.end..<bodyEnd
        end = next
        return true
    }

    /// Takes everything up to the next start line, or to the end.
    private mutating func readToNextMessage(in window: inout CaptureWindow) throws(CaptureError) {
        end = try window.startLine(from: head.end)
        body = head.end..<end
    }

    /// Passes over what stands between a message without content and the next one.
    private mutating func skipStrayContent(in window: inout CaptureWindow) throws(CaptureError) {
        if let next = try window.messageStart(behind: head.end) {
            end = next
        } else {
            end = try window.startLine(from: head.end)
            report(
                "stray-content",
                "expected no content behind this response, found \(end - head.end) bytes; they are left out",
                at: window.place(head.end))
        }
    }

    /// Notes a defect.
    private mutating func report(_ id: String, _ message: String, at place: Place) {
        defects.append(CaptureDefect(id: "http-message." + id, message: message, place: place))
    }
}

extension HTTPMessage {
    /// Whether `chunked` is the last transfer coding.
    private var isChunked: Bool {
        guard let codings = head.fields.all("transfer-encoding").last?.value.split(separator: ",").last else {
            return false
        }
        return Array(codings.utf8)[...].trimmed.isEqual(ignoringCase: "chunked")
    }

    /// Whether a message of this kind never has content.
    ///
    /// RFC 9112 §6.3
    private func hasNoContent(answering method: String?) -> Bool {
        guard case .response(_, let status, _) = head.startLine else { return false }
        return method == "HEAD" || isInterim || status == 204 || status == 304
    }

    /// The first length that is declared, and a defect where there is more to say of it.
    private mutating func declaredLength(isChunked: Bool, in window: CaptureWindow) -> Int? {
        let lengths = head.fields.declaredLengths
        let place = head.fields.first("content-length")?.place ?? window.place(head.start)
        if Set(lengths).count > 1 || (isChunked && !lengths.isEmpty) {
            let found = isChunked ? "Transfer-Encoding beside Content-Length" : "values that differ"
            report(
                "ambiguous-length",
                "expected one length of the body, found \(found); recipients may disagree about where it ends",
                at: place)
        } else if lengths == [nil] {
            report(
                "invalid-length",
                "expected a number of bytes in Content-Length, found something else; the body is read up to the next "
                    + "start line", at: place)
        }
        return lengths.lazy.compactMap { length in length }.first
    }
}
