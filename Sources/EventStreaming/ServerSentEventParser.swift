internal import ByteCoding

/// Interprets an event stream, however it is cut into pieces.
///
/// Give it the bytes in order, in one call or in many, and then finish it. Every input is valid: lines that are no part
/// of an event stream are ignored and reported at the end. Time and memory are linear in the input; a line that lies
/// within one piece is not copied, but for the value that an event keeps, and neither is the last one of an array or a
/// slice, unless another piece goes on with it.
///
/// WHATWG HTML §9.2.6
public struct ServerSentEventParser: Sendable {
    /// How many bytes of the stream came before the piece being read.
    private var position = 0

    /// The last line of the pieces so far, which has not ended yet.
    ///
    /// A view into the last piece where it begins in that one.
    private var cutLine: ArraySlice<UInt8> = []

    /// Where that line starts in the stream.
    private var cutLineOffset = 0

    /// Whether the last byte was a CR, so that an LF at the start of the next piece belongs to the same line end.
    private var endedWithCarriageReturn = false

    /// Whether no line was read yet, so that a byte order mark may stand at the start of the next one.
    private var isAtFirstLine = true

    /// The event under way.
    private var pending = PendingEvent()

    /// What `EventStreamEnd` reports under the same names.
    private var events = 0
    private var comments = 0
    private var retry: Int?
    private var lastEventID = ""
    private var ignoredRuns: [Range<Int>] = []

    /// Whether the line before was ignored, so that the next ignored one continues its run.
    private var isInIgnoredRun = false

    /// A parser at the start of a stream.
    public init() {}

    /// Reads the next piece of the stream.
    ///
    /// - Parameters:
    ///   - bytes: the piece; it may be empty, and end inside a line end, a character or the byte order mark.
    ///   - onEvent: called with each event that the piece completes, in order.
    public mutating func append(_ bytes: Span<UInt8>, onEvent: (ServerSentEvent) -> Void) {
        let start = read(bytes, onEvent: onEvent)
        position += bytes.count
        let part = bytes.extracting(droppingFirst: start)
        guard !part.isEmpty else { return }
        if cutLine.isEmpty { cutLineOffset = position - part.count }
        cutLine.append(copying: part)
    }

    /// Reads the next piece of the stream from an array.
    ///
    /// - Parameters:
    ///   - bytes: the piece.
    ///   - onEvent: called with each event that the piece completes, in order.
    public mutating func append(_ bytes: [UInt8], onEvent: (ServerSentEvent) -> Void) {
        append(bytes[...], onEvent: onEvent)
    }

    /// Reads the next piece of the stream from a slice of an array.
    ///
    /// - Parameters:
    ///   - bytes: the piece; its indices have no part in the offsets.
    ///   - onEvent: called with each event that the piece completes, in order.
    public mutating func append(_ bytes: ArraySlice<UInt8>, onEvent: (ServerSentEvent) -> Void) {
        let start = read(bytes.span, onEvent: onEvent)
        position += bytes.count
        keep(bytes.dropFirst(start))
    }

    /// Reads the next piece of the stream up to the end of the first event that it completes.
    ///
    /// - Parameter bytes: the piece; its indices have no part in the offsets.
    /// - Returns: the event, and the rest of the piece, which has to be the next one; nil where it completes none, and all
    ///   of it was read.
    public mutating func nextEvent(
        in bytes: ArraySlice<UInt8>
    ) -> (event: ServerSentEvent, rest: ArraySlice<UInt8>)? {
        var first: ServerSentEvent?
        let start = read(bytes.span, stopsAtEvent: true) { event in first = event }
        guard let first else {
            position += bytes.count
            keep(bytes.dropFirst(start))
            return nil
        }
        position += start
        return (first, bytes.dropFirst(start))
    }

    /// Passes over events that were read elsewhere, from the end of one to that of another.
    ///
    /// - Parameters:
    ///   - count: how many there are; they name no ID, and no comment stands between them.
    ///   - byteCount: how long they are.
    public mutating func pass(overEvents count: Int, byteCount: Int) {
        events += count
        position += byteCount
        isInIgnoredRun = false
    }

    /// Keeps the beginning of a line that a piece has at its end.
    private mutating func keep(_ part: ArraySlice<UInt8>) {
        guard !part.isEmpty else { return }
        if cutLine.isEmpty {
            cutLineOffset = position - part.count
            cutLine = part
        } else {
            cutLine += part
        }
    }

    /// Reads the lines that end in a piece, or in its first event, and gives the index of the first byte behind them.
    private mutating func read(
        _ bytes: Span<UInt8>, stopsAtEvent: Bool = false, onEvent: (ServerSentEvent) -> Void
    ) -> Int {
        guard !bytes.isEmpty else { return 0 }
        let eventsBefore = events
        var start = 0
        if endedWithCarriageReturn {
            endedWithCarriageReturn = false
            if bytes[0] == UInt8(ascii: "\n") { start = 1 }
        }
        while let end = LineScan.firstLineEnd(in: bytes, from: start) {
            endLine(with: bytes.extracting(start..<end), at: position + start, onEvent: onEvent)
            start = end + 1
            if bytes[end] == UInt8(ascii: "\r") {
                if start == bytes.count {
                    endedWithCarriageReturn = true
                } else if bytes[start] == UInt8(ascii: "\n") {
                    start += 1
                }
            }
            if stopsAtEvent, events > eventsBefore { break }
        }
        return start
    }

    /// Ends the stream.
    ///
    /// - Returns: what was counted, and what was left over without the blank line that would have dispatched it.
    public consuming func finish() -> EventStreamEnd {
        var lineOffset = cutLine.isEmpty ? position : cutLineOffset
        if isAtFirstLine, ServerSentEventParser.hasByteOrderMark(cutLine.span) {
            cutLine = cutLine.dropFirst(3)
            lineOffset += 3
        }
        if StreamLine(cutLine.span).kind == .unknown {
            ignore(lineOffset..<lineOffset + cutLine.count)
        }
        return EventStreamEnd(
            events: events, comments: comments, retry: retry, lastEventID: lastEventID,
            incompleteTail: IncompleteEvent(pending: pending, line: cutLine, lineOffset: lineOffset),
            ignoredRuns: ignoredRuns)
    }

    /// Interprets the line that ends with the given part, which is the whole line unless an earlier piece began it.
    private mutating func endLine(with part: Span<UInt8>, at offset: Int, onEvent: (ServerSentEvent) -> Void) {
        guard !cutLine.isEmpty else {
            interpret(part, at: offset, onEvent: onEvent)
            return
        }
        // The line leaves its property while it is read, because reading it changes the parser.
        var line: ArraySlice<UInt8> = []
        swap(&line, &cutLine)
        line.append(copying: part)
        interpret(line.span, at: cutLineOffset, onEvent: onEvent)
    }

    /// Processes a line, given without its end.
    private mutating func interpret(_ line: Span<UInt8>, at offset: Int, onEvent: (ServerSentEvent) -> Void) {
        var line = line
        var offset = offset
        if isAtFirstLine {
            isAtFirstLine = false
            if ServerSentEventParser.hasByteOrderMark(line) {
                line = line.extracting(droppingFirst: 3)
                offset += 3
            }
        }
        let field = StreamLine(line)
        switch field.kind {
        case .blank: dispatch(onEvent: onEvent)
        case .comment: comments += 1
        case .retry: setRetry(line.extracting(droppingFirst: field.valueStart))
        case .unknown: ignore(offset..<offset + line.count)
        case .data, .event, .id: pending.take(field, of: line, at: offset)
        }
        isInIgnoredRun = field.kind == .unknown
    }

    /// Ends the event under way; without data it is no event, but its ID counts.
    private mutating func dispatch(onEvent: (ServerSentEvent) -> Void) {
        lastEventID = pending.lastEventID
        let event = pending.dispatched()
        pending.reset()
        guard let event else { return }
        events += 1
        onEvent(event)
    }

    /// Sets the reconnection time if the value is ASCII digits alone.
    private mutating func setRetry(_ digits: Span<UInt8>) {
        guard !digits.isEmpty else { return }
        var time = 0
        for index in digits.indices {
            let digit = digits[index]
            guard digit.isDigit else { return }
            let (shifted, overflows) = time.multipliedReportingOverflow(by: 10)
            let (sum, carries) = shifted.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
            time = overflows || carries ? Int.max : sum
        }
        retry = time
    }

    /// Notes a line that is no part of an event stream.
    private mutating func ignore(_ range: Range<Int>) {
        if isInIgnoredRun, let last = ignoredRuns.popLast() {
            ignoredRuns.append(last.lowerBound..<range.upperBound)
        } else {
            ignoredRuns.append(range)
        }
    }

    /// Whether a line starts with the byte order mark of UTF-8.
    private static func hasByteOrderMark(_ line: Span<UInt8>) -> Bool {
        line.count >= 3 && line[0] == 0xEF && line[1] == 0xBB && line[2] == 0xBF
    }
}
