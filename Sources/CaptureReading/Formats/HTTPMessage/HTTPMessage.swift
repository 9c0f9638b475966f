internal import ByteCoding

/// A message with the extent of its body, framed in a window and not yet taken from it.
///
/// Lengths are believed only as far as they fit. Tools store bodies decoded, edited or pasted through an editor and
/// keep the headers; so a declared end counts if a message or the end of the capture stands behind it, and otherwise
/// the body runs to the next start line. Of a body in chunks that is the next one behind the last whole chunk; of one
/// that is JSON it may stand on the line that the JSON ends in.
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

    /// The most bytes that are loaded on the word of a length alone.
    private let lengthLimit: Int

    /// Reads the message that begins at an offset, or gives nil when there is no start line.
    ///
    /// - Parameters:
    ///   - start: where its start line begins.
    ///   - window: the window, which is extended to the end of the message.
    ///   - search: the search for the messages behind declared ends.
    ///   - method: the method of the request that a response answers.
    ///   - lengthLimit: the most bytes that are loaded on the word of a length alone.
    /// - Throws: what the window's source throws.
    init?(
        at start: Int, in window: inout CaptureWindow, search: inout MessageSearch, answering method: String?,
        lengthLimit: Int
    ) throws(CaptureError) {
        guard let head = try HTTPMessageHead(at: start, in: &window) else { return nil }
        self.head = head
        self.lengthLimit = lengthLimit
        end = head.end
        defects = head.defects
        try readBody(from: &window, search: &search, answering: method)
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
        from window: inout CaptureWindow, search: inout MessageSearch, answering method: String?
    ) throws(CaptureError) {
        let opensTunnel = opensTunnel(answering: method)
        let isChunked = !opensTunnel && self.isChunked
        let declared = opensTunnel ? nil : declaredLength(isChunked: isChunked, in: window)
        if hasNoContent(answering: method) { return try skipStrayContent(in: &window, search: &search) }
        if isChunked, try readChunks(from: &window, search: &search) { return }
        if let declared, try readBody(ofLength: declared, from: &window, search: &search) { return }
        try readToNextMessage(searchingFrom: head.end, in: &window)
        // Without a length, a request has content only if there is some; a response has what follows, be it nothing.
        guard declared == nil, let found = body, window.slice(found).allSatisfy(\.isLineEnd) else { return }
        if case .request = head.startLine { body = nil } else { body = head.end..<head.end }
    }

    /// Takes the body to the end of its chunks, or to the next start line behind the last whole one; gives false when
    /// there is none.
    private mutating func readChunks(
        from window: inout CaptureWindow, search: inout MessageSearch
    ) throws(CaptureError) -> Bool {
        switch try ChunkedFraming.walk(from: head.end, in: &window, sizeLimit: lengthLimit) {
        case .complete(let bodyEnd):
            if try !accept(bodyEnd, in: &window, search: &search, declaredBy: "the last chunk") {
                try readToNextMessage(searchingFrom: bodyEnd, in: &window)
            }
        case .truncated(let chunksEnd):
            try readToNextMessage(searchingFrom: chunksEnd, in: &window)
            isTruncated = true
            report(
                "truncated-body", "expected a last chunk of size 0, found the end of the body; it was cut short",
                at: window.place(head.end))
        case .malformed(let chunksEnd):
            guard chunksEnd > head.end else { return false }
            try readToNextMessage(searchingFrom: chunksEnd, in: &window)
        }
        return true
    }

    /// Takes as many bytes as are declared, or gives false when something follows that is no message.
    ///
    /// A length above the limit is not believed where a start line stands before its end, so that a lie does not load
    /// the whole capture.
    private mutating func readBody(
        ofLength length: Int, from window: inout CaptureWindow, search: inout MessageSearch
    ) throws(CaptureError) -> Bool {
        let bodyEnd = length < Int.max - head.end ? head.end + length : Int.max
        let isBelieved: Bool
        if length > lengthLimit {
            isBelieved = try MessageSearch.startLine(from: head.end, before: bodyEnd, in: &window) >= bodyEnd
        } else {
            while window.bytes.count < bodyEnd, try window.extend() {}
            isBelieved = window.bytes.count >= bodyEnd
        }
        if isBelieved {
            return try accept(
                bodyEnd, in: &window, search: &search, declaredBy: "the \(length) bytes that are declared")
        }
        try readToNextMessage(searchingFrom: head.end, in: &window)
        isTruncated = true
        report(
            "truncated-body",
            "expected \(length) bytes of content, found \(end - head.end); the body was cut short or edited",
            at: window.place(head.end))
        return true
    }

    /// Ends the body where it is declared to end if a message or the end follows, and else gives false.
    private mutating func accept(
        _ bodyEnd: Int, in window: inout CaptureWindow, search: inout MessageSearch, declaredBy what: String
    ) throws(CaptureError) -> Bool {
        guard let next = try search.messageStart(behind: bodyEnd, in: &window) else {
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

    /// Takes everything up to the next start line at or behind an offset, or to the end.
    private mutating func readToNextMessage(
        searchingFrom offset: Int, in window: inout CaptureWindow
    ) throws(CaptureError) {
        end = try MessageSearch.startLine(from: offset, in: &window)
        body = head.end..<end
    }

    /// Passes over what stands between a message without content and the next one.
    private mutating func skipStrayContent(
        in window: inout CaptureWindow, search: inout MessageSearch
    ) throws(CaptureError) {
        if let next = try search.messageStart(behind: head.end, in: &window) {
            end = next
        } else {
            end = try MessageSearch.startLine(from: head.end, in: &window)
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
        head.fields.members(of: "transfer-encoding").last?.isEqual(ignoringCase: "chunked") ?? false
    }

    /// Whether what follows the message is another protocol, of which no header tells the length.
    ///
    /// RFC 9110 §15.2.2, RFC 9112 §6.3
    private func opensTunnel(answering method: String?) -> Bool {
        guard case .response(_, let status, _) = head.startLine else { return false }
        return status == 101 || method == "CONNECT" && (200...299).contains(status)
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
        } else if lengths.contains(nil) {
            report(
                "invalid-length",
                "expected a number of bytes in Content-Length, found something else; the body is read up to the next "
                    + "start line", at: place)
        }
        return lengths.lazy.compactMap { length in length }.first
    }
}
