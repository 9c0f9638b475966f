internal import ByteCoding

extension ShellWords {
    /// Reads quotes, escapes, redirections and what separates commands.
    ///
    /// POSIX.1-2024, Shell Command Language §2.2 and §2.7
    mutating func cutAsUnix() {
        while let byte = at(index) {
            switch byte {
            case UInt8(ascii: "\\"): readEscape()
            case UInt8(ascii: "'"): readSingleQuotes()
            case UInt8(ascii: "\""): readDoubleQuotes()
            case UInt8(ascii: "$"): readDollar()
            case UInt8(ascii: "`"): readBackquote()
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                endWord()
                index += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                endWord()
                index += byte == UInt8(ascii: "\r") && at(index + 1) == UInt8(ascii: "\n") ? 2 : 1
                readDocuments()
                if !isPiped || !words.isEmpty || isOpen { return }
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
    mutating func readsOperator(_ byte: UInt8) -> Bool {
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
        // The number before it is that of a file, and no word; an ampersand before it stands for two of them.
        var descriptor: UInt8?
        if let word, word.bytes.bytes.allSatisfy(\.isDigit) {
            descriptor = word.bytes.bytes.last
            self.word = nil
        } else {
            endWord()
        }
        var count = 1
        while count < 3, at(index + count) == byte { count += 1 }
        index += count
        guard byte == UInt8(ascii: "<"), count > 1 else {
            let isCopy = at(index) == UInt8(ascii: "&")
            if isCopy { index += 1 }
            if byte == UInt8(ascii: "<") { readsFile = true }
            if byte == UInt8(ascii: ">"), !isCopy, descriptor ?? UInt8(ascii: "1") == UInt8(ascii: "1") {
                writesFile = true
            }
            nextWord = .file
            return
        }
        if count == 3 {
            nextWord = .input
            return
        }
        let stripsTabs = at(index) == UInt8(ascii: "-")
        if stripsTabs { index += 1 }
        nextWord = .delimiter(stripsTabs: stripsTabs)
    }

    /// Reads the documents that stand below the command, one after the other.
    private mutating func readDocuments() {
        for var document in awaited {
            index = document.read(from: text, at: index, base: base)
            documents.append(document)
            guard document.isClosed else {
                ending = .openDocument
                isOpen = true
                break
            }
        }
        awaited = []
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
            word?.isQuoted = true
            index += 2
        }
    }

    private mutating func readSingleQuotes() {
        openWord()
        word?.isQuoted = true
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
        word?.isQuoted = true
        index += 1
        while let byte = at(index), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), let next = at(index + 1), next.isLineEnd {
                index += next == UInt8(ascii: "\r") && at(index + 2) == UInt8(ascii: "\n") ? 3 : 2
            } else if byte == UInt8(ascii: "\\"), let next = at(index + 1), "$`\"\\".utf8.contains(next) {
                put(next, at: index + 1)
                index += 2
            } else if byte == UInt8(ascii: "$"), at(index + 1) == UInt8(ascii: "(") {
                readSubstitution()
            } else if byte == UInt8(ascii: "`") {
                readBackquote()
            } else {
                if byte == UInt8(ascii: "$"), isVariable(at: index + 1) { word?.hasVariable = true }
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
            if isVariable(at: index + 1) { word?.hasVariable = true }
            index += 1
        }
    }

    /// Whether the name of a variable stands at an index.
    private func isVariable(at index: Int) -> Bool {
        at(index).map { byte in byte == UInt8(ascii: "{") || byte.isOfVariable } ?? false
    }

    /// Copies what stands between backquotes as it stands, which is a command.
    ///
    /// One that is not closed on its line is a character. At the end of a line it is PowerShell's, with which a command
    /// goes on.
    private mutating func readBackquote() {
        if at(index + 1)?.isLineEnd == true {
            index += at(index + 1) == UInt8(ascii: "\r") && at(index + 2) == UInt8(ascii: "\n") ? 3 : 2
            return
        }
        var end = index + 1
        while let byte = at(end), byte != UInt8(ascii: "`"), !byte.isLineEnd { end += 1 }
        let isClosed = at(end) == UInt8(ascii: "`")
        openWord()
        if isClosed { word?.isSubstituted = true }
        let range = index..<(isClosed ? end + 1 : index + 1)
        word?.bytes.append(text[range], at: base + index)
        index = range.upperBound
    }

    /// Copies `$(…)` as it stands.
    private mutating func readSubstitution() {
        var depth = 0
        openWord()
        word?.isSubstituted = true
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
        word?.isQuoted = true
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
