internal import ByteCoding

/// The beginning of a command of curl on a line, or of a pipeline with one, behind the prompt of a shell perhaps.
struct CurlCommandStart {
    /// Where the word `curl` begins, or the pipeline, counted from the line's first byte.
    let offset: Int

    /// Whether the line begins with another program, so that curl may stand further on or not at all.
    let needsProof: Bool

    /// No prompt is longer than this.
    private static let longestPrompt = 160

    /// How many bytes of a line tell whether a command begins on it.
    static let reach = 512

    /// The programs that print what is piped into curl as a rule; of others curl has to stand on the line.
    private static let feeders: Set = [
        "base64", "cat", "echo", "envsubst", "gunzip", "gzip", "jo", "jq", "node", "printf", "python", "python3", "sed",
        "tee", "type", "yq", "zcat",
    ]

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
            let start = CurlCommandStart.pathStart(in: head[..<index])
            if CurlCommandStart.isPrompt(head[..<start]), CurlCommandStart.isCommand(line[index...]) {
                offset = start - line.startIndex
                needsProof = false
                return
            }
            position = index + 1
        }
        guard let start = CurlCommandStart.pipelineStart(in: line) else { return nil }
        offset = start - line.startIndex
        needsProof = true
    }

    /// Where the folder begins in which a text says that the program is, or the text's end.
    private static func pathStart(in text: ArraySlice<UInt8>) -> Int {
        guard text.last == UInt8(ascii: "/") else { return text.endIndex }
        let path = text[(text.lastIndex(where: \.isBlank).map { index in index + 1 } ?? text.startIndex)...]
        return path.contains(UInt8(ascii: ":")) ? text.endIndex : path.startIndex
    }

    /// Whether a line begins with the name, or the path to it, and what follows it in a command.
    static func isCommand(_ line: ArraySlice<UInt8>) -> Bool {
        let word = line.prefix { byte in !byte.isBlank }
        let name = word.lastIndex(of: UInt8(ascii: "/")).map { slash in line[(slash + 1)...] } ?? line
        guard var rest = name.dropping(prefix: "curl") else { return false }
        if let behind = rest.dropping(prefix: ".exe") { rest = behind }
        guard rest.first.map(\.isBlank) ?? false else { return false }
        rest = rest.drop(while: \.isBlank)
        guard let first = rest.first else { return false }
        let isScheme = rest.prefix(16).contains(UInt8(ascii: ":"))
        let isHost = rest.prefix(64).prefix { byte in !byte.isBlank }.contains { byte in "./".utf8.contains(byte) }
        return "-'\"$^\\".utf8.contains(first) || isScheme || isHost && rest.allSatisfy { byte in byte < 0x80 }
    }

    /// Where a pipeline may begin: at the name of a program, behind a prompt perhaps.
    private static func pipelineStart(in line: ArraySlice<UInt8>) -> Int? {
        guard let start = wordStart(in: line) else { return nil }
        if line[start] == UInt8(ascii: "<") { return hasCommand(line[start...], behind: " \t") ? start : nil }
        let name = line[start...].prefix { byte in !byte.isBlank }
        guard name.count < line[start...].count, isProgram(name) else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        if feeders.contains(text) { return start }
        if ShellProgram.launchers.contains(text) || name.contains(UInt8(ascii: "=")) {
            return hasCommand(line[start...], behind: "|;& \t") ? start : nil
        }
        return hasCommand(line[start...], behind: "|;&") ? start : nil
    }

    /// Where the first word behind the prompt begins; a prompt ends with its sign and a space.
    private static func wordStart(in line: ArraySlice<UInt8>) -> Int? {
        let head = line.prefix(longestPrompt)
        let sign = head.indices.first { index in
            "$#%>".utf8.contains(head[index]) && index + 1 < head.endIndex && head[index + 1].isBlank
        }
        let isPrompt = sign.map { sign in !head[..<sign].contains { byte in "'\"|;&{".utf8.contains(byte) } } ?? false
        let text = isPrompt ? line[((sign ?? 0) + 1)...] : line
        return text.firstIndex { byte in !byte.isBlank }
    }

    /// Whether a word may be the name of a program or an assignment: sentences begin with capitals, and JSON with quotes.
    private static func isProgram(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first, let last = word.last else { return false }
        let isAssignment = word.contains(UInt8(ascii: "="))
        let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) || "./_(".utf8.contains(first)
        return (isSmall || isAssignment && first.isLetter) && last != UInt8(ascii: ":")
            && (isAssignment || word.allSatisfy { byte in byte.isUnreserved || "/(+".utf8.contains(byte) })
    }

    /// Whether curl stands on a line behind one of some signs, with blanks between perhaps.
    private static func hasCommand(_ line: ArraySlice<UInt8>, behind signs: String) -> Bool {
        line.indices.contains { index in
            signs.utf8.contains(line[index]) && isCommand(line[(index + 1)...].drop(while: \.isBlank))
        }
    }

    /// Whether a text begins as the prompts do that have their sign first, behind the name of an environment perhaps:
    /// `➜  ~`, `(base) ➜  app`, `λ`.
    private static func beginsWithArrow(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        if rest.first == UInt8(ascii: "("), let end = rest.firstIndex(of: UInt8(ascii: ")")) {
            rest = rest[(end + 1)...].drop(while: \.isBlank)
        }
        return rest.starts(with: "➜ ".utf8) || rest.elementsEqual("➜".utf8) || rest.elementsEqual("λ".utf8)
    }

    /// Whether nothing stands before the name, or what ends as prompts do.
    ///
    /// What `set -x` puts before a command is as many plus signs as shells are in each other, and one space.
    private static func isPrompt(_ text: ArraySlice<UInt8>) -> Bool {
        let trimmed = text.trimmed
        if trimmed.first == UInt8(ascii: "+") {
            return text.last == UInt8(ascii: " ") && text.dropLast().allSatisfy { byte in byte == UInt8(ascii: "+") }
        }
        return trimmed.isEmpty || trimmed.last.map { byte in "$#%>!".utf8.contains(byte) } ?? false
            || trimmed.suffix(3).elementsEqual("❯".utf8) || beginsWithArrow(trimmed)
    }
}
