internal import ByteCoding

/// Captured text whose lines are numbered.
struct NumberedText: Sendable {
    /// The text, less its secrets.
    let text: CutText

    /// The number of its first line.
    let firstLine: Int

    /// Whether the numbers are those of the capture file, not of the text itself.
    let isOfCapture: Bool

    /// Hands out the lines without their ends; a text that ends in a line feed has an empty one behind it.
    func forEachLine(_ body: (String) -> Void) {
        let bytes = text.text.utf8.span
        var start = 0
        while start <= bytes.count {
            let feed = LineScan.firstLineFeed(in: bytes, from: start) ?? bytes.count
            let hasReturn = feed > start && bytes[feed - 1] == UInt8(ascii: "\r")
            let from = text.text.utf8.index(text.text.startIndex, offsetBy: start)
            let to = text.text.utf8.index(from, offsetBy: feed - start - (hasReturn ? 1 : 0))
            body(String(text.text[from..<to]))
            start = feed + 1
        }
    }
}
