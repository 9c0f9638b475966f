internal import ByteCoding

/// Reads commands that follow each other: each is a request, or several, and what stands below it what came back.
struct CopyAsCurlReader: ExchangeReader {
    /// Lines before the first command.
    private(set) var defects: [CaptureDefect] = []

    /// Whose escapes the next command has, where it stands on the line of the last one: a line may hold any number.
    private var isOfWindows: Bool?

    /// The command whose requests are handed out.
    private var requests: CurlRequests?

    /// Reads the next request, or gives nil at the end.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        if let exchange = requests?.next(from: &window, number: number) { return exchange }
        guard let start = try passStrayLines(in: &window) else { return nil }
        let command = try CopyAsCurlReader.command(at: start, isOfWindows: isOfWindows, in: &window)
        let end = start + command.end
        let next = try CopyAsCurlReader.nextCommand(behind: end, command.ending, in: &window)
        isOfWindows = command.ending == .separator && next == end ? command.isOfWindows : nil
        requests = CurlRequests(
            command, at: window.place(start), end: window.place(end).byte, upTo: window.place(next).byte)
        return requests?.next(from: &window, number: number)
    }

    /// Loads bytes up to a count, fewer only at the end.
    private static func load(_ count: Int, of window: inout CaptureWindow) throws(CaptureError) {
        while window.bytes.count < count, try window.extend() {}
    }

    /// The beginning of a command at an offset, on the rest of its line; nil where none begins there.
    ///
    /// A line may hold commands without number, so no more of it is loaded than tells.
    private static func commandStart(
        at offset: Int, in window: inout CaptureWindow
    ) throws(CaptureError) -> CurlCommandStart? {
        try load(offset + CurlCommandStart.reach, of: &window)
        let head = window.bytes.dropFirst(offset).prefix(CurlCommandStart.reach)
        return CurlCommandStart(head.prefix { byte in !byte.isLineEnd })
    }

    /// Cuts the command at an offset into words, loading as much as it needs.
    ///
    /// Twice as much is loaded before it is cut again, so that the time stays linear.
    static func command(
        at start: Int, isOfWindows: Bool? = nil, in window: inout CaptureWindow
    ) throws(CaptureError) -> ShellWords {
        try load(start + ShellWords.reach, of: &window)
        while true {
            let words = ShellWords(
                window.bytes.dropFirst(start), at: window.place(start), isOfWindows: isOfWindows)
            guard words.isOpen else { return words }
            let count = window.bytes.count
            try load(2 * count, of: &window)
            guard window.bytes.count > count else { return words }
        }
    }

    /// The offset of the line of the next command, or of the end of the capture.
    private static func nextCommand(
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
            if let start = try CopyAsCurlReader.commandStart(at: offset, in: &window) {
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
