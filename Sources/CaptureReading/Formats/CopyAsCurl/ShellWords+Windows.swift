internal import ByteCoding

extension ShellWords {
    /// The command prompt removes carets, the program then reads quotes and the backslashes before them.
    ///
    /// https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
    mutating func cutAsWindows() {
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
