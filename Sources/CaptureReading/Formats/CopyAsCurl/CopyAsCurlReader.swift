internal import ByteCoding

/// Reads commands that follow each other: each is a request, or several, and what stands below it what came back.
struct CopyAsCurlReader: ExchangeReader {
    /// Lines before the first command.
    private(set) var defects: [CaptureDefect] = []

    /// Whose escapes the next command has, where it stands on the line of the last one: a line may hold any number.
    private var isOfWindows: Bool?

    /// The program whose output the next command reads; nil where there is none.
    private var feeder: String?

    /// What stands before the last command on its line.
    private var prompt = CommandPrompt()

    /// The byte of the capture up to which lines were cut into words without a command of curl among them.
    private var searched = 0

    /// The command whose requests are handed out.
    private var requests: CurlRequests?

    /// Reads the next request, or gives nil at the end.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        if let exchange = requests?.next(from: &window, number: number) { return exchange }
        guard let start = try passStrayLines(in: &window) else { return nil }
        if isOfWindows == nil, feeder == nil {
            let before = window.slice(max(0, start - CurlCommandStart.reach)..<start)
            prompt = CommandPrompt(
                before[(before.lastIndex(where: \.isLineEnd).map { index in index + 1 } ?? before.startIndex)...])
            isOfWindows = prompt.isOfWindows
        }
        let pipeline = try pipeline(at: start, in: &window)
        let end = start + pipeline.end
        let next = pipeline.feedsCurl ? end : try nextCommand(behind: end, pipeline.ending, in: &window)
        let isOnLine = pipeline.feedsCurl || pipeline.ending == .separator && next == end
        isOfWindows = isOnLine ? pipeline.isOfWindows : nil
        feeder = pipeline.feedsCurl ? "curl" : nil
        requests = CurlRequests(pipeline, end: window.place(end).byte, upTo: window.place(next).byte, prompt: prompt)
        return requests?.next(from: &window, number: number)
    }

    /// The beginning of a command at an offset, on the rest of its line; nil where none begins there.
    ///
    /// A line may hold commands without number, so no more of it is loaded than tells.
    private mutating func commandStart(
        at offset: Int, in window: inout CaptureWindow
    ) throws(CaptureError) -> CurlCommandStart? {
        try window.load(upTo: offset + CurlCommandStart.reach)
        let head = window.bytes.dropFirst(offset).prefix(CurlCommandStart.reach)
        guard let start = CurlCommandStart(head.prefix { byte in !byte.isLineEnd }) else { return nil }
        guard start.needsProof else { return start }
        return try beginsPipeline(at: offset + start.offset, in: &window) ? start : nil
    }

    /// Whether curl stands in the pipeline at an offset.
    ///
    /// What was cut into words in vain is not cut again from a later line: the time stays linear.
    private mutating func beginsPipeline(
        at start: Int, in window: inout CaptureWindow
    ) throws(CaptureError) -> Bool {
        let place = window.place(start)
        guard place.byte >= searched else { return false }
        let pipeline = try pipeline(at: start, upTo: CopyAsCurlReader.longestPipeline, in: &window)
        if pipeline.words.isEmpty { searched = place.byte + pipeline.end }
        return !pipeline.words.isEmpty
    }

    /// Cuts the commands at an offset into words.
    private func pipeline(
        at start: Int, upTo limit: Int = .max, in window: inout CaptureWindow
    ) throws(CaptureError) -> CurlPipeline {
        try CurlPipeline.read(at: start, upTo: limit, isOfWindows: isOfWindows, feeder: feeder, from: &window)
    }

    /// How much is cut into words before curl has to be met.
    private static let longestPipeline = 1 << 20

    /// The offset of the line of the next command, or of the end of the capture.
    private mutating func nextCommand(
        behind end: Int, _ ending: ShellWords.Ending, in window: inout CaptureWindow
    ) throws(CaptureError) -> Int {
        var offset = end
        var isRestOfLine = ending == .separator || ending == .pipe
        if ending == .separator, try commandStart(at: offset, in: &window) != nil { return offset }
        while true {
            if !isRestOfLine, try commandStart(at: offset, in: &window) != nil { return offset }
            isRestOfLine = false
            guard let line = try window.line(at: offset, ending: .any) else { break }
            offset = line.end
        }
        return offset
    }

    /// Takes the lines before the first command from the window and notes them; gives the offset of the command.
    private mutating func passStrayLines(in window: inout CaptureWindow) throws(CaptureError) -> Int? {
        var offset = 0
        var isBlank = true
        var isEmpty = true
        while true {
            if let start = try commandStart(at: offset, in: &window) {
                if isBlank { return offset + start.offset }
                note(offset, in: &window)
                return start.offset
            }
            guard let line = try window.line(at: offset, ending: .any) else { break }
            let text = line.text(in: window.bytes)
            isEmpty = isEmpty && text.allSatisfy(\.isWhiteSpace)
            isBlank = isBlank && (isEmpty || text.allSatisfy(\.isWhiteSpace) || text.isFence)
            offset = line.end
        }
        if !isEmpty { note(offset, in: &window) } else { _ = window.take(offset) }
        return nil
    }

    private mutating func note(_ count: Int, in window: inout CaptureWindow) {
        let location = window.location
        _ = window.take(count)
        defects.append(
            CaptureDefect(
                id: "copy-as-curl.stray-content",
                message: "expected a command of curl, found \(count) other bytes; they are left out",
                location: location))
    }
}
