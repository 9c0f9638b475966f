internal import ByteCoding

/// The prompt of a shell before a command: another line that begins with it ends what the command printed.
///
/// A prompt that is one sign of Markdown or of curl's own output tells nothing: `#` and `>`.
struct CommandPrompt {
    private let text: ArraySlice<UInt8>

    /// No prompt.
    init() { text = [] }

    /// Takes what stands before a command on its line.
    init(_ before: ArraySlice<UInt8>) {
        let trimmed = before.trimmed
        let tellsNothing = trimmed.count == 1 && "#>+".utf8.contains(trimmed[trimmed.startIndex])
        text = trimmed.isEmpty || tellsNothing ? [] : ArraySlice(Array(trimmed))
    }

    /// Whether there is none that tells anything.
    var isEmpty: Bool { text.isEmpty }

    /// True where it is that of the command prompt of Windows, `C:\work>`, whose quotes and escapes the command then has;
    /// else nil: shells of Unix run there too.
    var isOfWindows: Bool? {
        let path = text.dropFirst()
        guard text.first?.isLetter == true, path.starts(with: ":\\".utf8), text.last == UInt8(ascii: ">") else {
            return nil
        }
        return true
    }

    /// Whether a line begins with it.
    func begins(_ line: ArraySlice<UInt8>) -> Bool {
        guard !text.isEmpty, line.starts(with: text) else { return false }
        return line.dropFirst(text.count).first.map(\.isBlank) ?? true
    }

    /// Whether a line is nothing but the prompt.
    func isAll(of line: ArraySlice<UInt8>) -> Bool { !text.isEmpty && line.trimmed.elementsEqual(text) }
}
