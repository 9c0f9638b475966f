internal import ByteCoding

/// A document that stands in the lines below a command: what the command reads from its standard input.
///
/// POSIX.1-2024, Shell Command Language §2.7.4
struct ShellDocument {
    /// The line that ends it.
    let delimiter: [UInt8]

    /// Whether tabs at the beginning of its lines are no part of it.
    let stripsTabs: Bool

    /// The number of the command in its pipeline.
    let command: Int

    /// Its content, as far as it has been read.
    private(set) var content = GatheredBytes()

    /// Whether the line that ends it was met.
    private(set) var isClosed = false

    /// Announces a document.
    init(delimiter: [UInt8], stripsTabs: Bool, command: Int) {
        self.delimiter = delimiter
        self.stripsTabs = stripsTabs
        self.command = command
    }

    /// Reads the lines from an index of a text on.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - start: where its first line begins.
    ///   - base: how far the capture's bytes lie behind the text's indices.
    /// - Returns: the index behind the line that ends it, or the text's end.
    mutating func read(from text: ArraySlice<UInt8>, at start: Int, base: Int) -> Int {
        var index = start
        while index < text.endIndex {
            var line = text[index...].prefix { byte in byte != UInt8(ascii: "\n") }
            let next = min(line.endIndex + 1, text.endIndex)
            index = next
            if stripsTabs { line = line.drop { byte in byte == UInt8(ascii: "\t") } }
            let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if content.elementsEqual(delimiter) {
                isClosed = true
                break
            }
            self.content.append(text[line.startIndex..<next], at: base + line.startIndex)
        }
        return index
    }
}
