internal import ByteCoding

/// Where the parts of an exchange stand in the output of `curl -v`, counted from the exchange's first byte.
struct CurlVerboseLayout {
    /// Where the command begins that was typed, or nil when it is not there.
    private(set) var command: Int?

    /// The header lines of the request, without their marks.
    private(set) var sent: [Range<Int>] = []

    /// The header lines of the response and of those before it, without their marks.
    private(set) var received: [Range<Int>] = []

    /// The content of the response.
    private(set) var content: [Range<Int>] = []

    /// The line that tells why curl gave up.
    private(set) var failure: Range<Int>?

    /// Whether marks of content stand in place of it, by direction.
    private(set) var marks = (sent: false, received: false)

    private var isResponseHead = false
    private var hasFinalHead = false
    private var hasCopiedHead = false
    private var isCopyBlank = false
    private var isPlainContent = true

    /// Whether the command is the last line that was met.
    private var isBehindCommand = false

    /// What stands before the command on its line, where that is long enough to tell a prompt by.
    private(set) var prompt = CommandPrompt()

    /// Whether the last lines are those of another command, or stand behind the fence of Markdown that ends the output.
    private var isBehindOutput = false

    /// Where text stands behind the output that may be content; nil where there is none.
    ///
    /// It is neither blank, the prompt alone nor a fence, and curl did not say that the transfer has ended.
    private(set) var textBehind: Int?

    /// Whether curl said so.
    private var hasEnded = false

    /// Nothing has been met behind a prompt, or none that is known.
    init(behind prompt: CommandPrompt = CommandPrompt()) { self.prompt = prompt }

    /// Nothing has been met but the command that another exchange of the same has.
    init(behind first: CurlVerboseLayout) {
        command = first.command
        prompt = first.prompt
    }

    /// Whether a line behind what was met may begin a raw message, which content of its kind cannot hold.
    ///
    /// - Parameters:
    ///   - line: the start line.
    ///   - hasEnded: whether curl said that the transfer has ended, behind which no content is expected.
    /// - Returns: whether it may.
    func allows(_ line: HTTPStartLine, behindEnd hasEnded: Bool) -> Bool {
        guard hasFinalHead, !isResponseHead, hasEnded || !isPlainContent else { return false }
        // A status line before all content is that of the head which -i prints too.
        if case .response = line { return isInContent }
        return true
    }

    /// Whether no message has been met.
    var isEmpty: Bool { sent.isEmpty && received.isEmpty }

    /// Notes a line with these bytes, or gives false where it is the command of the next exchange.
    mutating func accept(_ line: TextLine, in bytes: ArraySlice<UInt8>) -> Bool {
        let text = bytes.prefix(line.content.count)
        let start = line.content.lowerBound
        let whole = start..<line.end
        switch CurlVerboseLine(text) {
        case .sent(let range):
            if isInContent { return add(whole, text) }
            sent.append(start + range.lowerBound..<start + range.upperBound)
        case .received(let range):
            let field = text.dropFirst(range.lowerBound)
            if case .response(_, let status, _)? = HTTPStartLine(field) {
                isResponseHead = true
                hasFinalHead = status >= 200 || status == 101
            } else if isInContent {
                return add(whole, text)
            } else if received.isEmpty || !isResponseHead {
                // Trailers, or the end of a head that is not there.
                return true
            }
            received.append(start + range.lowerBound..<start + range.upperBound)
            noteField(field)
            if field.allSatisfy(\.isBlank) {
                isResponseHead = false
                isCopyBlank = hasCopiedHead
            }
        case .info(let range):
            if isInContent, isPlainContent, !CurlVerboseLayout.isKnown(text.dropFirst(range.lowerBound)) {
                return add(whole, text)
            }
            hasEnded = hasEnded || CurlTransfers.end(text.dropFirst(range.lowerBound)) != nil
        case .data(let isSent):
            if isSent { marks.sent = true } else { marks.received = true }
        case .progress: break
        case .failure: failure = line.content
        case .other:
            if let found = CurlCommandStart(text), isTyped(text, at: found) {
                // What `set -x` prints of the command that was typed is no other one.
                if isEmpty, command != nil, isBehindCommand, text.first == UInt8(ascii: "+") { return true }
                guard isEmpty, command == nil else { return false }
                command = start + found.offset
                prompt = CommandPrompt(text.prefix(found.offset))
                isBehindCommand = true
                return true
            }
            isBehindCommand = false
            if prompt.begins(text) || text.isFence && !isPlainContent { isBehindOutput = true }
            guard hasFinalHead else { return true }
            if isBehindOutput {
                noteBehind(text, at: start)
                return true
            }
            if isResponseHead {
                hasCopiedHead = true
                return true
            }
            if isCopyBlank {
                isCopyBlank = false
                if text.isEmpty { return true }
            }
            return add(whole, text)
        }
        return true
    }

    /// Notes a line behind the output.
    private mutating func noteBehind(_ text: ArraySlice<UInt8>, at offset: Int) {
        guard textBehind == nil, !hasEnded, !text.allSatisfy(\.isWhiteSpace), !text.isFence, !prompt.isAll(of: text)
        else { return }
        textBehind = offset
    }

    /// Whether a line is a command, behind which another exchange stands.
    func beginsCommand(_ text: ArraySlice<UInt8>) -> Bool {
        guard let start = CurlCommandStart(text) else { return false }
        return isTyped(text, at: start)
    }

    /// Whether content has begun.
    private var isInContent: Bool { !content.isEmpty }

    /// Whether a command was typed to see its output: it stands behind a prompt, or asks for headers.
    private func isTyped(_ text: ArraySlice<UInt8>, at start: CurlCommandStart) -> Bool {
        if start.needsProof {
            let prompt = CommandPrompt(text.prefix(start.offset))
            let pipeline = CurlPipeline(
                text.dropFirst(start.offset), at: Place(byte: 0), isOfWindows: prompt.isOfWindows)
            guard !pipeline.words.isEmpty else { return false }
        }
        if isEmpty || start.offset > 0 { return true }
        return text.split(separator: UInt8(ascii: " ")).contains { word in
            word.elementsEqual("-v".utf8) || word.elementsEqual("--verbose".utf8)
        }
    }

    /// Notes a line of content; where curl has put information behind its end, that is no part of it.
    private mutating func add(_ line: Range<Int>, _ text: ArraySlice<UInt8>) -> Bool {
        guard !isBehindOutput else {
            noteBehind(text, at: line.lowerBound)
            return true
        }
        let glued = CurlVerboseLayout.information(behind: text)
        let range = line.lowerBound..<(glued.map { offset in line.lowerBound + offset } ?? line.upperBound)
        if let last = content.last, last.upperBound == range.lowerBound {
            content[content.count - 1] = last.lowerBound..<range.upperBound
        } else if !range.isEmpty {
            content.append(range)
        }
        return true
    }

    /// Notes what a header line says of the content: in JSON and event streams, no line begins with a mark.
    private mutating func noteField(_ field: ArraySlice<UInt8>) {
        guard let value = field.dropping(prefix: "content-type:")?.trimmed,
            let type = MediaType(parsing: String(decoding: value, as: UTF8.self))
        else { return }
        isPlainContent = !type.isJSON && type.essence != "text/event-stream"
    }

    /// Where information begins that stands on the last line of content, which has no line end of its own.
    static func information(behind text: ArraySlice<UInt8>) -> Int? {
        let tail = text.suffix(longestInformation)
        guard let star = tail.lastIndex(of: UInt8(ascii: "*")), star > text.startIndex,
            tail[star...].dropFirst().first == UInt8(ascii: " "), isKnown(tail[star...].dropFirst(2))
        else { return nil }
        return star - text.startIndex
    }

    private static let longestInformation = 512

    /// Whether a text begins as information does that curl writes while content comes in or behind it.
    private static func isKnown(_ text: ArraySlice<UInt8>) -> Bool {
        beginnings.contains { beginning in text.starts(with: beginning.utf8) }
    }

    private static let beginnings = [
        "  Trying ", "ALPN", "Added cookie", "Closing connection", "Connected to ", "Connection #", "Connection state ",
        "Couldn't ", "Could not ", "Excess found", "Failed ", "Failure ", "Found bundle ", "HTTP error ", "HTTP/",
        "Host ",
        "Hostname ", "Ignoring the response-body", "Issue another request ", "Leftovers after chunking",
        "Mark bundle as ",
        "OpenSSL ", "Operation timed out", "Please rewind ", "Re-using existing ", "Recv failure", "Replaced cookie",
        "Reusing existing ", "SSL", "Send failure", "Server auth", "Switched from ", "TLSv1", "Using HTTP", "We are ",
        "[HTTP/", "abort upload", "closing connection", "h2 ", "no chunk, ", "old SSL session", "schannel",
        "shutting down ",
        "transfer closed ", "upload completely ", "using HTTP",
    ]
}
