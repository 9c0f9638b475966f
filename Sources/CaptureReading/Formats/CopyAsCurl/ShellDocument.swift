internal import ByteCoding

/// A document that stands in the lines below a command: what the command reads from its standard input.
///
/// POSIX.1-2024, Shell Command Language §2.7.4
struct ShellDocument {
    /// The line that ends it.
    let delimiter: [UInt8]

    /// Whether tabs at the beginning of its lines are no part of it.
    let stripsTabs: Bool

    /// Whether the shell leaves its text as it is: a part of the delimiter is quoted.
    let isVerbatim: Bool

    /// The number of the command in its pipeline.
    let command: Int

    /// Its content, as far as it has been read.
    private(set) var content = GatheredBytes()

    /// Whether the line that ends it was met.
    private(set) var isClosed = false

    /// Announces a document, whose delimiter is this word.
    init(delimiter: ShellWord, stripsTabs: Bool, command: Int) {
        self.delimiter = delimiter.bytes.bytes
        isVerbatim = delimiter.isQuoted
        self.stripsTabs = stripsTabs
        self.command = command
    }

    /// What a command reads of it: where the shell puts in the output of a command, that is not in the capture.
    var input: CurlInput {
        let isLiteral = isVerbatim || !ShellDocument.hasSubstitution(content.bytes)
        return isLiteral ? .literal(content) : .shell
    }

    private static func hasSubstitution(_ text: [UInt8]) -> Bool {
        text.indices.contains { index in
            let isBegun =
                text[index] == UInt8(ascii: "`")
                || text[index] == UInt8(ascii: "$") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "(")
            return isBegun && (index == 0 || text[index - 1] != UInt8(ascii: "\\"))
        }
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
