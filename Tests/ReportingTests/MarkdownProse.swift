/// The lines of a Markdown text without what stands in code.
///
/// GitHub Flavored Markdown §4.5, §6.3
struct MarkdownProse {
    /// The lines outside fenced blocks, their code spans taken out.
    let lines: [String]

    /// Takes the code out of a text.
    init(_ text: String) {
        var lines: [String] = []
        var fence: Substring?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let run = line.prefix { character in character == "`" }
            if let open = fence {
                if line == open { fence = nil }
            } else if run.count >= 3, line.hasSuffix("text"), !line.dropFirst(run.count).contains("`") {
                fence = run
            } else {
                lines.append(MarkdownProse.withoutCode(line))
            }
        }
        self.lines = lines
    }

    /// A line without its code spans; a run of backticks that nothing ends is text.
    private static func withoutCode(_ line: Substring) -> String {
        var rest = line
        var prose = ""
        while let start = rest.firstIndex(of: "`") {
            prose += rest[..<start]
            let run = rest[start...].prefix { character in character == "`" }
            var tail = rest[run.endIndex...]
            var end: Substring.Index?
            while end == nil, let next = tail.firstIndex(of: "`") {
                let other = tail[next...].prefix { character in character == "`" }
                if other.count == run.count { end = other.endIndex }
                tail = tail[other.endIndex...]
            }
            guard let end else {
                prose += run
                rest = rest[run.endIndex...]
                continue
            }
            rest = line[end...]
        }
        return prose + rest
    }
}
