internal import ByteCoding

/// Cuts a command into words as a shell of Unix or the command prompt of Windows does.
///
/// Nothing is expanded: `$HOME` stays what it is, since the capture does not tell its value.
struct ShellWords {
    /// What a command ends with.
    enum Ending {
        /// A line end, or the end of the capture.
        case line

        /// `;`, `&` or `&&`, behind which another command may stand.
        case separator

        /// `|`, behind which another program stands.
        case pipe

        /// The end of the text that is loaded, inside a quote.
        case openQuote

        /// The end of the text that is loaded, inside `$(…)`.
        case openSubstitution

        /// The end of the text that is loaded, inside a document that stands below the command.
        case openDocument
    }

    /// The words, without redirections.
    private(set) var words: [ShellWord] = []

    /// What the command reads from its standard input, where the command line holds it.
    private(set) var input: GatheredBytes?

    /// The offset behind the command and what ends it.
    private(set) var end = 0

    /// What ends it.
    private(set) var ending = Ending.line

    /// Whether the text ended before anything ended the command, so that more text may change it.
    private(set) var isOpen = false

    /// Whether the escapes are those of the command prompt of Windows.
    let isOfWindows: Bool

    private let text: ArraySlice<UInt8>
    private let base: Int
    private var index: Int
    private var word: ShellWord?
    private var skipsNextWord = false
    private var delimiter: (word: [UInt8], stripsTabs: Bool)?
    private var expectsDelimiter = false
    private var expectsInput = false

    /// Cuts the command that a text begins with.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - place: where its first byte stands in the capture.
    ///   - isOfWindows: whose escapes it has, where that is known of its line; else it is looked up.
    init(_ text: ArraySlice<UInt8>, at place: Place, isOfWindows: Bool? = nil) {
        self.text = text
        base = place.byte - text.startIndex
        index = text.startIndex
        self.isOfWindows = isOfWindows ?? ShellWords.isOfWindows(text)
        if self.isOfWindows { cutAsWindows() } else { cutAsUnix() }
        end = index - text.startIndex
    }

    /// How many bytes of a first line are looked at to tell whose escapes a command has.
    static let reach = 4096

    /// Whether a command has the escapes of the command prompt: carets before quotes, or at the end of its first line.
    private static func isOfWindows(_ text: ArraySlice<UInt8>) -> Bool {
        let head = text.prefix(reach)
        let line = head.prefix { byte in !byte.isLineEnd }
        if line.count < head.count, line.last == UInt8(ascii: "^") { return true }
        guard let caret = line.firstIndex(of: UInt8(ascii: "^")) else { return false }
        let quote = line.firstIndex(of: UInt8(ascii: "\""))
        return quote == caret + 1
    }

    private func at(_ position: Int) -> UInt8? { position < text.endIndex ? text[position] : nil }

    private mutating func put(_ byte: UInt8, at position: Int) {
        if word == nil { word = ShellWord(place: Place(byte: base + position)) }
        word?.bytes.append(CollectionOfOne(byte), at: base + position)
    }

    private mutating func put(_ bytes: [UInt8], insteadOf position: Int) {
        if word == nil { word = ShellWord(place: Place(byte: base + position)) }
        word?.bytes.append(bytes, at: base + position, step: 0)
    }

    private mutating func openWord() {
        if word == nil { word = ShellWord(place: Place(byte: base + index)) }
    }

    private mutating func endWord() {
        guard let ended = word else { return }
        word = nil
        if expectsDelimiter {
            delimiter?.word = ended.bytes.bytes
            expectsDelimiter = false
        } else if expectsInput {
            input = ended.bytes
            expectsInput = false
        } else if skipsNextWord {
            skipsNextWord = false
        } else {
            words.append(ended)
        }
    }
}

// MARK: Unix

extension ShellWords {
    /// Reads quotes, escapes, redirections and what separates commands.
    ///
    /// POSIX.1-2024, Shell Command Language §2.2 and §2.7
    private mutating func cutAsUnix() {
        while let byte = at(index) {
            switch byte {
            case UInt8(ascii: "\\"): readEscape()
            case UInt8(ascii: "'"): readSingleQuotes()
            case UInt8(ascii: "\""): readDoubleQuotes()
            case UInt8(ascii: "$"): readDollar()
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                endWord()
                index += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                endWord()
                index += byte == UInt8(ascii: "\r") && at(index + 1) == UInt8(ascii: "\n") ? 2 : 1
                if delimiter != nil { readDocument() }
                return
            case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"):
                if readsOperator(byte) { return }
            case UInt8(ascii: "<"), UInt8(ascii: ">"): readRedirection(byte)
            case UInt8(ascii: "#") where word == nil:
                while let next = at(index), !next.isLineEnd { index += 1 }
            default:
                put(byte, at: index)
                index += 1
            }
            if ending == .openQuote { break }
        }
        endWord()
        isOpen = true
    }

    /// Reads what separates commands; false where it is `&>`.
    private mutating func readsOperator(_ byte: UInt8) -> Bool {
        if byte == UInt8(ascii: "&"), at(index + 1) == UInt8(ascii: ">") {
            index += 1
            return false
        }
        endWord()
        let isDouble = at(index + 1) == byte
        index += isDouble ? 2 : 1
        ending = byte == UInt8(ascii: "|") && !isDouble ? .pipe : .separator
        return true
    }

    private mutating func readRedirection(_ byte: UInt8) {
        // The number before it is that of a file, and no word.
        if let word, word.bytes.bytes.allSatisfy(\.isDigit) { self.word = nil } else { endWord() }
        var count = 1
        while count < 3, at(index + count) == byte { count += 1 }
        index += count
        guard byte == UInt8(ascii: "<"), count > 1 else {
            if at(index) == UInt8(ascii: "&") { index += 1 }
            skipsNextWord = true
            return
        }
        expectsInput = count == 3
        expectsDelimiter = count == 2
        guard count == 2 else { return }
        let stripsTabs = at(index) == UInt8(ascii: "-")
        if stripsTabs { index += 1 }
        delimiter = ([], stripsTabs)
    }

    /// Reads the lines of a document that stands below the command.
    private mutating func readDocument() {
        guard let delimiter else { return }
        var document = GatheredBytes()
        while index < text.endIndex {
            var line = text[index...].prefix { byte in byte != UInt8(ascii: "\n") }
            let next = min(line.endIndex + 1, text.endIndex)
            index = next
            if delimiter.stripsTabs { line = line.drop { byte in byte == UInt8(ascii: "\t") } }
            let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if content.elementsEqual(delimiter.word) {
                input = document
                return
            }
            document.append(text[line.startIndex..<next], at: base + line.startIndex)
        }
        input = document
        ending = .openDocument
        isOpen = true
    }

    private mutating func readEscape() {
        guard let next = at(index + 1) else {
            index += 1
            return
        }
        if next.isLineEnd {
            index += next == UInt8(ascii: "\r") && at(index + 2) == UInt8(ascii: "\n") ? 3 : 2
        } else {
            put(next, at: index + 1)
            index += 2
        }
    }

    private mutating func readSingleQuotes() {
        openWord()
        let start = index + 1
        let content = text[start...].prefix { byte in byte != UInt8(ascii: "'") }
        word?.bytes.append(content, at: base + start)
        closeQuote(at: content.endIndex)
    }

    private mutating func closeQuote(at position: Int) {
        if position >= text.endIndex { ending = .openQuote }
        index = min(position + 1, text.endIndex)
    }

    private mutating func readDoubleQuotes() {
        openWord()
        index += 1
        while let byte = at(index), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), let next = at(index + 1), "$`\"\\\n".utf8.contains(next) {
                if next != UInt8(ascii: "\n") { put(next, at: index + 1) }
                index += 2
            } else if byte == UInt8(ascii: "$"), at(index + 1) == UInt8(ascii: "(") {
                readSubstitution()
            } else {
                put(byte, at: index)
                index += 1
            }
        }
        closeQuote(at: index)
    }

    private mutating func readDollar() {
        switch at(index + 1) {
        case UInt8(ascii: "'"): readEscapedQuotes()
        case UInt8(ascii: "\""):
            index += 1
            readDoubleQuotes()
        case UInt8(ascii: "("): readSubstitution()
        default:
            put(UInt8(ascii: "$"), at: index)
            index += 1
        }
    }

    /// Copies `$(…)` as it stands.
    private mutating func readSubstitution() {
        var depth = 0
        while let byte = at(index) {
            put(byte, at: index)
            index += 1
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return }
            }
        }
        ending = .openSubstitution
    }

    /// Reads `$'…'`, in which escapes stand for characters.
    ///
    /// POSIX.1-2024, Shell Command Language §2.2.4
    private mutating func readEscapedQuotes() {
        openWord()
        index += 2
        while let byte = at(index), byte != UInt8(ascii: "'") {
            guard byte == UInt8(ascii: "\\"), let escape = ShellEscape(text[index...]) else {
                put(byte, at: index)
                index += 1
                continue
            }
            put(escape.bytes, insteadOf: index)
            index += escape.length
        }
        closeQuote(at: index)
    }
}

// MARK: Windows

extension ShellWords {
    /// The command prompt removes carets, the program then reads quotes and the backslashes before them.
    ///
    /// https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
    private mutating func cutAsWindows() {
        var isInPromptQuotes = false
        var isInQuotes = false
        var backslashes: [Int] = []
        while let byte = at(index) {
            var position = index
            var character = byte
            var isEscaped = false
            if byte == UInt8(ascii: "^"), !isInPromptQuotes {
                position = self.position(behindCaret: index)
                guard let next = at(position) else {
                    index = text.endIndex
                    break
                }
                character = next
                isEscaped = true
            }
            index = position + 1
            if !isEscaped {
                if character == UInt8(ascii: "\"") { isInPromptQuotes.toggle() }
                if character.isLineEnd, !isInPromptQuotes {
                    if character == UInt8(ascii: "\r"), at(index) == UInt8(ascii: "\n") { index += 1 }
                    flush(&backslashes, halved: false)
                    endWord()
                    return
                }
                if !isInPromptQuotes, character == UInt8(ascii: "&") || character == UInt8(ascii: "|") {
                    flush(&backslashes, halved: false)
                    index = position
                    _ = readsOperator(character)
                    return
                }
            } else if character == UInt8(ascii: "\r"), at(index) == UInt8(ascii: "\n") {
                position = index
                character = UInt8(ascii: "\n")
                index += 1
            }
            if character == UInt8(ascii: "\\") {
                backslashes.append(position)
                continue
            }
            if character == UInt8(ascii: "\"") {
                let isLiteral = backslashes.count % 2 == 1
                flush(&backslashes, halved: true)
                if isLiteral {
                    put(character, at: position)
                } else if isInQuotes, at(index) == character {
                    // Two of them in quotes stand for one.
                    put(character, at: position)
                    index += 1
                    isInPromptQuotes.toggle()
                } else {
                    if word == nil { word = ShellWord(place: Place(byte: base + position)) }
                    isInQuotes.toggle()
                }
                continue
            }
            flush(&backslashes, halved: false)
            if character.isBlank || character.isLineEnd, !isInQuotes {
                endWord()
            } else {
                put(character, at: position)
            }
        }
        flush(&backslashes, halved: false)
        if isInQuotes { ending = .openQuote }
        endWord()
        isOpen = true
    }

    /// The character that a caret escapes: behind a line end, which the caret takes away, the one after it.
    private func position(behindCaret caret: Int) -> Int {
        switch at(caret + 1) {
        case UInt8(ascii: "\n"): caret + 2
        case UInt8(ascii: "\r"): at(caret + 2) == UInt8(ascii: "\n") ? caret + 3 : caret + 2
        default: caret + 1
        }
    }

    /// Adds the backslashes that were met: before a quote, half of them.
    private mutating func flush(_ backslashes: inout [Int], halved: Bool) {
        for position in halved ? backslashes.prefix(backslashes.count / 2) : backslashes[...] {
            put(UInt8(ascii: "\\"), at: position)
        }
        backslashes.removeAll()
    }
}
