internal import ByteCoding

/// An option of a command with its value, as a shell hands them to the program.
///
/// The value of `-u admin:'a b'\''c'` is `admin:a b'c`; its bytes stand in the text in three ranges, between which the
/// text has quotes:
///
///     -u admin:'a b'\''c'
///        ^^^^^^ ^^^ ^^ ^
package struct CommandOption {
    /// The name without its dashes; of an option of curl that is one letter, the long one.
    package let name: String

    /// The value, its quotes and escapes removed.
    package let value: [UInt8]

    /// Where the bytes of the value stand in the text; one that an escape spells takes none by itself.
    private let places: PieceMap

    private init(name: String, value: ShellWord) {
        self.name = name
        self.value = value.bytes.bytes
        places = value.bytes.places
    }

    /// Whether a text that begins with the name of curl begins a command: behind the name stands what commands have, and
    /// sentences have not.
    package static func beginCommand(of text: ArraySlice<UInt8>) -> Bool {
        CurlCommandStart.isCommand(text.prefix(CurlCommandStart.reach).prefix { byte in !byte.isLineEnd })
    }

    /// Whether the commands of a line have the escapes of the command prompt of Windows.
    package static func isOfWindows(_ line: ArraySlice<UInt8>) -> Bool { ShellWords.isOfWindows(line) }

    /// The options of a command, in order.
    ///
    /// - Parameters:
    ///   - text: the text, which begins with a word of the command; behind its end, nothing is looked at.
    ///   - isCurl: whether the command is of curl, and its first word the program's name. Then it is known which options
    ///     have a value; else a word behind one that begins with two hyphens is taken for it.
    ///   - isOfWindows: whose escapes it has.
    /// - Returns: the options that have a value, the index behind the command, and whether the text ended inside a quote
    ///   or a document; what stands in that was not read.
    package static func all(
        in text: ArraySlice<UInt8>, isCurl: Bool, isOfWindows: Bool
    ) -> (options: [CommandOption], end: Int, isCut: Bool) {
        let command = ShellWords(text, at: Place(byte: text.startIndex), isOfWindows: isOfWindows)
        let options = isCurl ? curlOptions(in: command.words) : longOptions(in: command.words)
        return (options, text.startIndex + command.end, command.isOpen && command.ending != .line)
    }

    private static func curlOptions(in words: [ShellWord]) -> [CommandOption] {
        CurlArgument.all(in: words.dropFirst()).compactMap { argument in
            // curl takes no `--name=value`; whoever writes it means it.
            if argument.unknownCount > 0, let option = attached(in: argument.word) { return option }
            return argument.value.map { value in CommandOption(name: argument.name, value: value) }
        }
    }

    private static func longOptions(in words: [ShellWord]) -> [CommandOption] {
        words.indices.compactMap { index in
            guard words[index].bytes.bytes.starts(with: "--".utf8) else { return nil }
            if let option = attached(in: words[index]) { return option }
            guard index + 1 < words.endIndex, !words[index + 1].bytes.bytes.starts(with: "--".utf8) else { return nil }
            return CommandOption(name: String(words[index].text.dropFirst(2)), value: words[index + 1])
        }
    }

    /// The option `--name=value` that a word is.
    private static func attached(in word: ShellWord) -> CommandOption? {
        guard let sign = word.bytes.bytes.firstIndex(of: UInt8(ascii: "=")), sign > 2 else { return nil }
        let name = String(decoding: word.bytes.bytes[2..<sign], as: UTF8.self)
        return CommandOption(name: name, value: word.dropping(sign + 1))
    }

    /// Where some bytes of the value stand in the text that the option was read from, with their escapes; what lies
    /// between the ranges are quotes and line ends, which belong to the word.
    ///
    /// - Parameters:
    ///   - part: the bytes, as they are counted in the value.
    ///   - text: the text.
    /// - Returns: the ranges of the text's indices, in order.
    package func ranges(of part: Range<Int>, in text: ArraySlice<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for offset in part {
            let extent = extent(of: offset, in: text)
            if let last = ranges.last, last.upperBound >= extent.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, extent.upperBound)
            } else {
                ranges.append(extent)
            }
        }
        return ranges
    }

    /// What the text has for a byte of the value, the characters that escape it included.
    private func extent(of offset: Int, in text: ArraySlice<UInt8>) -> Range<Int> {
        var start = places.byte(of: offset)
        let end = start + length(of: offset, in: text)
        let lowest = offset > 0 ? places.byte(of: offset - 1) + length(of: offset - 1, in: text) : text.startIndex
        // A backslash or a caret that is none of the value escapes the byte behind it.
        while start > lowest, "\\^".utf8.contains(text[start - 1]) { start -= 1 }
        return start..<end
    }

    /// How many bytes of the text a byte of the value takes, from its index on: more than one in `$'\x41'`.
    private func length(of offset: Int, in text: ArraySlice<UInt8>) -> Int {
        guard places.step(of: offset) == 0 else { return 1 }
        return ShellEscape(text[places.byte(of: offset)...])?.length ?? 1
    }
}
