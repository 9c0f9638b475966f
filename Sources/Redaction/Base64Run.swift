internal import ByteCoding

/// Characters of base64 that stand together in a text.
struct Base64Run {
    /// Where it begins, as an index of the text.
    let start: Int

    /// Where it ends, its padding included.
    let end: Int

    /// The characters, with line ends between them perhaps.
    let characters: ArraySlice<UInt8>

    /// How many characters its first line has, and what ends it; nil for one line.
    private let line: (length: Int, end: ArraySlice<UInt8>)?

    /// Lines that are broken into pieces have at least so many characters. RFC 2045 §6.8, RFC 7468 §2
    private static let shortestLine = 60

    /// Whether a text is nothing but one long run, as an image in JSON is: no document, no URL, and no name with a value.
    static func isAll(of text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= shortestImage else { return false }
        let end = Base64Alphabet.runs.end(in: text.span, from: 0)
        return text.count - end <= 2 && text.dropFirst(end).allSatisfy { byte in byte == UInt8(ascii: "=") }
    }

    /// Shorter runs are looked at as all other texts, in bytes.
    private static let shortestImage = 16_384

    /// Reads the run whose first line has a range, counted from the first byte of the text.
    init(_ range: Range<Int>, in text: ArraySlice<UInt8>) {
        let isMember = Base64Alphabet.isMember
        let start = text.startIndex + range.lowerBound
        var index = text.startIndex + range.upperBound
        var lineStart = start
        var line: (length: Int, end: ArraySlice<UInt8>)?
        while true {
            let length = index - lineStart
            let lineEnd = text[index...].prefix(2).prefix(while: \.isLineEnd)
            guard !lineEnd.isEmpty, length >= Base64Run.shortestLine,
                line.map({ line in line.length == length }) ?? true,
                lineEnd.endIndex < text.endIndex, isMember[Int(text[lineEnd.endIndex])]
            else { break }
            line = line ?? (length, lineEnd)
            lineStart = lineEnd.endIndex
            index =
                text.startIndex + Base64Alphabet.runs.end(in: text.span, from: lineStart - text.startIndex)
        }
        let padding = text[index...].prefix(2).prefix { byte in byte == UInt8(ascii: "=") }
        self.start = start
        end = padding.endIndex
        characters = text[start..<end]
        self.line = line
    }

    /// Bytes in the same form: the alphabet, the padding and the lines.
    func encoded(_ bytes: [UInt8]) -> [UInt8] {
        let isURLSafe = characters.contains { byte in byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }
        let isPadded = characters.last == UInt8(ascii: "=") || characters.count.isMultiple(of: 4)
        var text = Array(Base64.encode(bytes).utf8)
        if !isPadded, line == nil { while text.last == UInt8(ascii: "=") { text.removeLast() } }
        if isURLSafe {
            for index in text.indices {
                if text[index] == UInt8(ascii: "+") { text[index] = UInt8(ascii: "-") }
                if text[index] == UInt8(ascii: "/") { text[index] = UInt8(ascii: "_") }
            }
        }
        guard let line else { return text }
        var lines: [UInt8] = []
        for start in stride(from: 0, to: text.count, by: line.length) {
            if start > 0 { lines += line.end }
            lines += text[start..<min(text.count, start + line.length)]
        }
        return lines
    }
}
