/// Captured text whose lines are numbered.
struct NumberedText: Sendable {
    /// The text, less its secrets.
    let text: CutText

    /// The number of its first line.
    let firstLine: Int

    /// Whether the numbers are those of the capture file, not of the text itself.
    let isOfCapture: Bool

    /// The lines without their ends.
    var lines: [Substring.UTF8View] {
        text.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
    }
}
