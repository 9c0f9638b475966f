internal import ByteCoding

/// The beginning of a command of curl on a line, behind the prompt of a shell perhaps.
struct CurlCommandStart {
    /// Where the word `curl` begins, counted from the line's first byte.
    let offset: Int

    /// No prompt is longer than this.
    private static let longestPrompt = 160

    /// How many bytes of a line tell whether a command begins on it.
    static let reach = 512

    /// Finds the beginning on a line, of which no more than `reach` bytes are looked at, or gives nil when there is none.
    ///
    /// What follows the name has to look like an option, a quote, a URL or a line that goes on: sentences begin with
    /// the name of the program too.
    init?(_ line: ArraySlice<UInt8>) {
        let line = line.prefix(CurlCommandStart.reach)
        let head = line.prefix(CurlCommandStart.longestPrompt)
        var position = head.startIndex
        while let index = head[position...].firstIndex(of: UInt8(ascii: "c")) {
            // A prompt may have the name in it too.
            if CurlCommandStart.isPrompt(head[..<index]), CurlCommandStart.isCommand(line[index...]) {
                offset = index - line.startIndex
                return
            }
            position = index + 1
        }
        return nil
    }

    /// Whether a line begins with the name and what follows it in a command.
    private static func isCommand(_ line: ArraySlice<UInt8>) -> Bool {
        guard var rest = line.dropping(prefix: "curl") else { return false }
        if let behind = rest.dropping(prefix: ".exe") { rest = behind }
        guard rest.first.map(\.isBlank) ?? false else { return false }
        rest = rest.drop(while: \.isBlank)
        guard let first = rest.first else { return false }
        let isScheme = rest.prefix(16).contains(UInt8(ascii: ":"))
        let isHost = rest.prefix(64).prefix { byte in !byte.isBlank }.contains { byte in "./".utf8.contains(byte) }
        return "-'\"$^\\".utf8.contains(first) || isScheme || isHost && rest.allSatisfy { byte in byte < 0x80 }
    }

    /// Whether nothing stands before the name, or what ends as prompts do.
    private static func isPrompt(_ text: ArraySlice<UInt8>) -> Bool {
        let trimmed = text.trimmed
        return trimmed.isEmpty || trimmed.last.map { byte in "$#%>!".utf8.contains(byte) } ?? false
            || trimmed.suffix(3).elementsEqual("❯".utf8)
    }
}
