internal import ByteCoding

/// Reads commands that follow each other: each is a request, with the statements before it that set what it sends.
struct CopyAsPowerShellReader: ExchangeReader {
    /// Statements that belong to no command.
    private(set) var defects: [CaptureDefect] = []

    private var session = PowerShellSession()

    /// Reads the next command, or gives nil at the end.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        var offset = 0
        var stray: Place?
        while let statement = try CopyAsPowerShellReader.statement(at: offset, in: &window) {
            let begin = window.place(offset)
            offset += statement.end
            guard let command = CopyAsPowerShellReader.command(in: statement.tokens[...]) else {
                if !session.accept(statement.tokens[...]), !isFence(statement) { stray = stray ?? begin }
                continue
            }
            let (request, found) = PowerShellRequest(command, after: session).request()
            var defects = stray.map { place in [CopyAsPowerShellReader.stray(at: place)] } ?? []
            defects += found
            if statement.isCut { defects.append(CopyAsPowerShellReader.cut(at: begin)) }
            let end = try hasFurtherCommand(behind: offset, in: &window) ? offset : window.bytes.count
            return Exchange(number: number, source: window.take(end), request: request, response: nil, defects: defects)
        }
        let location = window.location
        let rest = window.take(offset)
        if !rest.bytes.allSatisfy(\.isWhiteSpace) {
            let message = "expected a command of PowerShell such as Invoke-WebRequest, found \(offset) other bytes"
            defects.append(CaptureDefect(id: "copy-as-powershell.stray-content", message: message, location: location))
        }
        return nil
    }

    /// The command that sends a request in a statement: at its beginning, behind a prompt, or behind a variable that takes
    /// what comes back.
    static func command(in tokens: ArraySlice<PowerShellToken>) -> ArraySlice<PowerShellToken>? {
        guard let index = tokens.prefix(longestBeginning).firstIndex(where: \.isCommand) else { return nil }
        guard let first = tokens.first, index > tokens.startIndex else { return tokens }
        let isPrompt = first.text == "PS" || first.text.hasPrefix("PS>")
        return isPrompt || first.isVariable ? tokens[index...] : nil
    }

    /// The most tokens before a command in its statement.
    private static let longestBeginning = 4

    /// Whether another command follows; where none does, the rest of the capture is loaded.
    private func hasFurtherCommand(
        behind offset: Int, in window: inout CaptureWindow
    ) throws(CaptureError) -> Bool {
        var offset = offset
        while let statement = try CopyAsPowerShellReader.statement(at: offset, in: &window) {
            if CopyAsPowerShellReader.command(in: statement.tokens[...]) != nil { return true }
            offset += statement.end
        }
        return false
    }

    /// The statement at an offset, loading as much as it needs; nil at the end of the capture.
    ///
    /// Twice as much is loaded before it is cut again, so that the time stays linear.
    private static func statement(
        at offset: Int, in window: inout CaptureWindow
    ) throws(CaptureError) -> PowerShellStatement? {
        while true {
            let statement = PowerShellStatement(window.bytes.dropFirst(offset), at: window.place(offset))
            let count = window.bytes.count
            // A CR at the end may be half of a CRLF.
            let isHalf = offset + statement.end == count && window.bytes.last == UInt8(ascii: "\r")
            guard statement.isOpen || isHalf else { return statement }
            while window.bytes.count < 2 * count + 1, try window.extend() {}
            guard window.bytes.count > count else { return offset < count ? statement : nil }
        }
    }

    /// Whether a statement is a fence of Markdown, of which two accents are an escape.
    private func isFence(_ statement: PowerShellStatement) -> Bool {
        statement.tokens.count == 1 && statement.tokens[0].bytes.bytes.first == UInt8(ascii: "`")
    }

    private static func stray(at place: Place) -> CaptureDefect {
        CaptureDefect(
            id: "copy-as-powershell.statement",
            message: "expected statements that set a session or a variable before the command, found others; they are "
                + "left out", place: place)
    }

    private static func cut(at place: Place) -> CaptureDefect {
        CaptureDefect(
            id: "copy-as-powershell.open",
            message:
                "expected the quote or the bracket that ends a value, found the end of the capture; copy the whole "
                + "command", place: place)
    }
}
