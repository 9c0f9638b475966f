/// Captured text made harmless for Markdown as issue trackers read it: the one escaping of that output.
///
/// What is spelled out for people (`SafeText`) is spelled out here too. Text that could be markup, a link, a mention or
/// a reference to another issue stands in code, where none of them is one.
///
/// GitHub Flavored Markdown §6.1, §6.3, §6.9, §6.10
enum MarkdownText {
    /// A text within a line; in a table too where `isCell` says so.
    static func inline(_ text: String, isCell: Bool = false) -> String {
        let safe = SafeText.escape(text)
        if isProse(safe) { return safe }
        let fence = String(repeating: "`", count: longestRun(in: safe) + 1)
        let isPadded =
            safe.first == "`" || safe.last == "`" || safe.first == " " && safe.last == " "
        let content = isPadded ? " \(safe) " : safe
        // A cell ends at a bar, in code too, unless a backslash stands before it.
        return fence + (isCell ? escaping("|", in: content) : content) + fence
    }

    /// Styled text within a line.
    static func inline(_ inline: Inline, isCell: Bool = false) -> String {
        let text = inline.text
        guard !text.isEmpty else { return "" }
        let shown = self.inline(text, isCell: isCell)
        return inline.runs.count == 1 && inline.runs[0].style == .strong ? "**\(shown)**" : shown
    }

    /// A text with its lines, in a fenced block that it cannot end; the language is what its colours follow.
    static func block(_ text: String, language: String = "text") -> String {
        let safe = SafeText.escape(text, allowingLines: true)
        let fence = String(repeating: "`", count: max(3, longestRun(in: safe) + 1))
        return "\(fence)\(language)\n\(safe)\(safe.utf8.last == UInt8(ascii: "\n") ? "" : "\n")\(fence)\n"
    }

    /// Whether a text of one line means nothing to Markdown, wherever in a line it stands behind other words.
    private static func isProse(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            guard !scalar.properties.isAlphabetic else { continue }
            switch scalar {
            case "0"..."9", " ", ",", ".", ";", "(", ")", "?", "%", "=", "/", "-", "·", "×", "…", "'", "\"", "✓", "✗":
                continue
            default: return false
            }
        }
        let lower = text.lowercased()
        return !text.isEmpty && text.first != " " && text.last != " " && text.first != "-" && text.first != "="
            && !lower.contains("www.") && !lower.contains("//") && !lower.contains("gh-") && !hasCommit(lower)
    }

    /// Whether a text has a word that could be the name of a commit: seven hexadecimal digits or more.
    private static func hasCommit(_ text: String) -> Bool {
        text.utf8.split { byte in !isWordByte(byte) }.contains { word in
            word.count >= 7 && word.allSatisfy(isHexadecimal) && word.contains { byte in byte < UInt8(ascii: "a") }
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isHexadecimal(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || byte >= 0x80
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
    }

    /// The length of the longest run of backticks.
    private static func longestRun(in text: String) -> Int {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// A safe text with a backslash before each of some ASCII signs.
    static func escaping(_ signs: String, in text: String) -> String {
        let signs = Array(signs.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if signs.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
