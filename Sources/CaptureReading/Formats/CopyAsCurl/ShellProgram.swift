internal import ByteCoding

/// A command that stands in a pipeline with curl: what it prints, or makes of what curl printed.
struct ShellProgram {
    /// Its words, of which the first is its name.
    private let words: ArraySlice<ShellWord>

    /// What stands on the command line of what it reads.
    private let input: CurlInput?

    private let readsFile: Bool
    private let writesFile: Bool

    /// Takes the words of a command.
    ///
    /// - Parameters:
    ///   - command: the command.
    ///   - input: what it reads of a document below it or a word on its line; nil where there is none.
    init(_ command: ShellWords, reading input: CurlInput?) {
        words = command.words.dropFirst(ShellProgram.nameIndex(in: command.words))
        self.input = input
        readsFile = command.readsFile
        writesFile = command.writesFile
    }

    /// The name, no longer than names are.
    var name: String {
        String(decoding: words.first?.bytes.bytes.prefix(ShellProgram.longestName) ?? [], as: UTF8.self)
    }

    /// Whether it is curl.
    var isCurl: Bool {
        let last = name.utf8.split(separator: UInt8(ascii: "/")).last
        return ["curl", "curl.exe"].contains(last.map { last in String(Substring(last)).lowercased() })
    }

    /// Its words from its name on.
    var ownWords: ArraySlice<ShellWord> { words }

    /// What it prints, where that stands in the capture; `piped` is what is piped into it, nil where nothing is.
    ///
    /// What the shell puts into its words, and what goes to a file, does not.
    func output(of piped: CurlInput?) -> CurlInput {
        guard !writesFile, !words.contains(where: \.isSubstituted) else { return .program(name) }
        return switch name {
        case "echo": echoed()
        case "printf": printed() ?? .program(name)
        case "cat", "tee":
            if let input, name == "tee" || hasNoFile {
                input
            } else if let piped, name == "tee" || hasNoFile, !readsFile {
                piped
            } else {
                .program(name)
            }
        default: .program(name)
        }
    }

    /// Whether what it prints is what it reads, byte for byte.
    var isFaithful: Bool {
        switch name {
        case "tee", "less", "more": true
        case "cat", "bat": hasNoFile
        default: false
        }
    }

    /// Whether no word behind the name is that of a file.
    private var hasNoFile: Bool {
        words.dropFirst().allSatisfy { word in word.bytes.bytes.first == UInt8(ascii: "-") }
    }

    /// How many words stand before the name: assignments, and programs that start another.
    private static func nameIndex(in words: [ShellWord]) -> Int {
        words.prefix { word in
            if launchers.contains(word.text) { return true }
            let bytes = word.bytes.bytes
            guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > 0 else { return false }
            return bytes[..<equals].allSatisfy(\.isOfVariable)
        }.count
    }

    private static let longestName = 64

    /// Programs that start another one, whose name follows.
    static let launchers: Set = ["command", "env", "exec", "nohup", "sudo", "time"]
}

// MARK: What it prints

extension ShellProgram {
    /// The words of `echo` with a space between them and a line end behind them.
    private func echoed() -> CurlInput {
        let options = words.dropFirst().prefix { word in ["-n", "-e", "-E", "-ne", "-en"].contains(word.text) }
        let isPlain = !options.contains { word in word.bytes.bytes.contains(UInt8(ascii: "e")) }
        var output = GatheredBytes()
        for word in words.dropFirst(1 + options.count) {
            if !output.bytes.isEmpty { output.append(" ".utf8, at: word.place.byte, step: 0) }
            output.append(isPlain ? word.bytes : ShellProgram.unescaped(word.bytes))
        }
        if !options.contains(where: { word in word.bytes.bytes.contains(UInt8(ascii: "n")) }) {
            output.append("\n".utf8, at: output.place(output.bytes.count).byte, step: 0)
        }
        return .literal(output)
    }

    /// The format of `printf` with words in place of `%s`; nil where it has other conversions.
    private func printed() -> CurlInput? {
        var rest = words.dropFirst()
        guard let format = rest.popFirst()?.bytes else { return nil }
        var output = GatheredBytes()
        var index = 0
        while index < format.bytes.count {
            if format.bytes[index] == UInt8(ascii: "%") {
                switch index + 1 < format.bytes.count ? format.bytes[index + 1] : 0 {
                case UInt8(ascii: "s"): if let word = rest.popFirst() { output.append(word.bytes) }
                case UInt8(ascii: "%"): output.append("%".utf8, at: format.place(index).byte)
                default: return nil
                }
                index += 2
            } else {
                index += ShellProgram.copy(format, from: index, to: &output)
            }
        }
        return rest.isEmpty ? .literal(output) : nil
    }

    /// The bytes with what their escapes stand for.
    private static func unescaped(_ text: GatheredBytes) -> GatheredBytes {
        var output = GatheredBytes()
        var index = 0
        while index < text.bytes.count { index += copy(text, from: index, to: &output) }
        return output
    }

    /// Copies a byte or what an escape stands for, and gives how many bytes that was.
    private static func copy(_ text: GatheredBytes, from index: Int, to output: inout GatheredBytes) -> Int {
        let place = text.place(index).byte
        guard text.bytes[index] == UInt8(ascii: "\\"), let escape = ShellEscape(text.bytes[index...]) else {
            output.append(CollectionOfOne(text.bytes[index]), at: place)
            return 1
        }
        output.append(escape.bytes, at: place, step: 0)
        return escape.length
    }
}
