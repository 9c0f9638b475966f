internal import ByteCoding

/// Cuts a statement of PowerShell into tokens.
///
/// Nothing is computed but characters that are given by their numbers, as browsers write all that is not ASCII.
///
/// https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02
struct PowerShellStatement {
    /// The tokens.
    private(set) var tokens: [PowerShellToken] = []

    /// The offset behind the statement and what ends it.
    private(set) var end = 0

    /// Whether the text ended before anything ended the statement, so that more text may change it.
    private(set) var isOpen = true

    /// Whether the text ended in quotes or in brackets.
    private(set) var isCut = false

    private let text: ArraySlice<UInt8>
    private let base: Int
    private var index: Int
    private var depth = 0

    /// Cuts the statement that a text begins with; `place` is where its first byte stands in the capture.
    init(_ text: ArraySlice<UInt8>, at place: Place) {
        self.text = text
        base = place.byte - text.startIndex
        index = text.startIndex
        while isOpen, let byte = at(index) { read(byte) }
        if isOpen, depth > 0 { isCut = true }
        end = index - text.startIndex
    }

    private func at(_ position: Int) -> UInt8? { position < text.endIndex ? text[position] : nil }

    private mutating func read(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            skipLineEnd()
            if depth == 0 { isOpen = false }
        case UInt8(ascii: ";"):
            index += 1
            if depth == 0 { isOpen = false }
        case UInt8(ascii: "`") where at(index + 1)?.isLineEnd == true:
            index += 1
            skipLineEnd()
        case UInt8(ascii: "#"): while let next = at(index), !next.isLineEnd { index += 1 }
        case UInt8(ascii: "\""): readDoubleQuotes()
        case UInt8(ascii: "'"): readSingleQuotes()
        case UInt8(ascii: "@") where beginsHereString: readHereString()
        case UInt8(ascii: "@") where at(index + 1) == UInt8(ascii: "{") || at(index + 1) == UInt8(ascii: "("):
            index += 1
        case _ where "()[]{}=,|".utf8.contains(byte): readSymbol(byte)
        default: readWord()
        }
    }

    private mutating func skipLineEnd() {
        index += at(index) == UInt8(ascii: "\r") && at(index + 1) == UInt8(ascii: "\n") ? 2 : 1
    }

    private mutating func readSymbol(_ byte: UInt8) {
        if "([{".utf8.contains(byte) { depth += 1 }
        if ")]}".utf8.contains(byte) { depth = max(0, depth - 1) }
        let place = Place(byte: base + index)
        tokens.append(PowerShellToken(kind: .symbol(byte), bytes: GatheredBytes(), place: place))
        index += 1
    }

    /// Reads a word, which an equals sign ends behind a variable and in brackets alone: a URL may have some.
    private mutating func readWord() {
        let isSplit = depth > 0 || text[index] == UInt8(ascii: "$")
        var bytes = GatheredBytes()
        let start = index
        while let byte = at(index), !byte.isBlank, !byte.isLineEnd, !"\"'();{}|[]".utf8.contains(byte) {
            if isSplit, byte == UInt8(ascii: "=") || byte == UInt8(ascii: ",") { break }
            if byte == UInt8(ascii: "`") {
                guard at(index + 1)?.isLineEnd == false else { break }
                index += 1
            }
            bytes.append(text[index...index], at: base + index)
            index += 1
        }
        // A grave accent before the end of the text.
        if index == start { index += 1 }
        tokens.append(PowerShellToken(kind: .word, bytes: bytes, place: Place(byte: base + start)))
    }
}

// MARK: Quotes

extension PowerShellStatement {
    private mutating func append(_ bytes: GatheredBytes, from start: Int) {
        tokens.append(PowerShellToken(kind: .string, bytes: bytes, place: Place(byte: base + start)))
    }

    /// Reads text between single quotes, of which two stand for one.
    private mutating func readSingleQuotes() {
        let start = index
        var bytes = GatheredBytes()
        index += 1
        while index < text.endIndex {
            let run = text[index...].prefix { byte in byte != UInt8(ascii: "'") }
            bytes.append(run, at: base + index)
            index = min(run.endIndex + 1, text.endIndex)
            guard run.endIndex < text.endIndex else { break }
            guard at(index) == UInt8(ascii: "'") else { return append(bytes, from: start) }
            bytes.append(text[index...index], at: base + index)
            index += 1
        }
        isCut = true
        append(bytes, from: start)
    }

    /// Reads text between double quotes, with its escapes.
    private mutating func readDoubleQuotes() {
        let start = index
        var bytes = GatheredBytes()
        index += 1
        while let byte = at(index) {
            if byte == UInt8(ascii: "\"") {
                index += 1
                guard at(index) == UInt8(ascii: "\"") else { return append(bytes, from: start) }
                bytes.append(text[index...index], at: base + index)
                index += 1
            } else if let escape = PowerShellEscape(text[index...]) {
                bytes.append(escape.bytes, at: base + index, step: 0)
                index += escape.length
            } else {
                let run = text[(index + 1)...].prefix { byte in !"\"`$".utf8.contains(byte) }
                bytes.append(text[index..<run.endIndex], at: base + index)
                index = run.endIndex
            }
        }
        isCut = true
        append(bytes, from: start)
    }

    /// Whether a quote and a line end stand behind the at sign.
    private var beginsHereString: Bool {
        guard let quote = at(index + 1), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
        return at(index + 2)?.isLineEnd ?? false
    }

    /// Reads lines up to one that begins with the quote and an at sign.
    private mutating func readHereString() {
        let start = index
        let quote = text[index + 1]
        index += 2
        skipLineEnd()
        var bytes = GatheredBytes()
        // The line end before the last line is no part of the text.
        var lineEnd = index..<index
        while index < text.endIndex {
            if at(index) == quote, at(index + 1) == UInt8(ascii: "@") {
                index += 2
                return append(bytes, from: start)
            }
            bytes.append(text[lineEnd], at: base + lineEnd.lowerBound)
            let line = text[index...].prefix { byte in !byte.isLineEnd }
            bytes.append(line, at: base + index)
            index = line.endIndex
            lineEnd = index..<index
            guard index < text.endIndex else { break }
            skipLineEnd()
            lineEnd = line.endIndex..<min(index, text.endIndex)
        }
        isCut = true
        append(bytes, from: start)
    }
}
