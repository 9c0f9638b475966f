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

    /// The word behind `<<<`, which is what the command reads from its standard input.
    private(set) var inputWord: ShellWord?

    /// Whether the standard input is a file.
    var readsFile = false

    /// Whether the standard output goes to a file.
    var writesFile = false

    /// The documents that stand below the command, of the commands before it too, in their order.
    var documents: [ShellDocument] = []

    /// Those that are announced, and stand below a command that has not ended.
    var awaited: [ShellDocument]

    /// The offset behind the command and what ends it.
    private(set) var end = 0

    /// What ends it.
    var ending = Ending.line

    /// Whether the text ended before anything ended the command, so that more text may change it.
    var isOpen = false

    /// Whether the escapes are those of the command prompt of Windows.
    let isOfWindows: Bool

    /// The command's number in its pipeline.
    let number: Int

    /// Whether a pipe stands before it, behind which a line may end before the command begins.
    let isPiped: Bool

    let text: ArraySlice<UInt8>
    let base: Int
    var index: Int
    var word: ShellWord?

    /// What the next word is, where it is none of the command's.
    var nextWord: NextWord?

    /// What a word behind a redirection is.
    enum NextWord {
        case file
        case input
        case delimiter(stripsTabs: Bool)
    }

    /// Cuts the command that a text begins with.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - place: where its first byte stands in the capture.
    ///   - isOfWindows: whose escapes it has, where that is known of its line; else it is looked up.
    ///   - number: its number in a pipeline.
    ///   - isPiped: whether a pipe stands before it.
    ///   - awaited: the documents of the commands before it, which stand below this one.
    init(
        _ text: ArraySlice<UInt8>, at place: Place, isOfWindows: Bool? = nil, number: Int = 0, isPiped: Bool = false,
        awaiting awaited: [ShellDocument] = []
    ) {
        self.text = text
        self.number = number
        self.isPiped = isPiped
        self.awaited = awaited
        base = place.byte - text.startIndex
        index = text.startIndex
        self.isOfWindows = isOfWindows ?? ShellWords.isOfWindows(text)
        if self.isOfWindows { cutAsWindows() } else { cutAsUnix() }
        end = index - text.startIndex
    }

    /// How many bytes of a first line are looked at to tell whose escapes a command has.
    static let reach = 4096

    /// Whether a command has the escapes of the command prompt: carets before quotes, or at the end of its first line.
    static func isOfWindows(_ text: ArraySlice<UInt8>) -> Bool {
        let head = text.prefix(reach)
        let line = head.prefix { byte in !byte.isLineEnd }
        if line.count < head.count, line.last == UInt8(ascii: "^") { return true }
        guard let caret = line.firstIndex(of: UInt8(ascii: "^")) else { return false }
        let quote = line.firstIndex(of: UInt8(ascii: "\""))
        return quote == caret + 1
    }

    func at(_ position: Int) -> UInt8? { position < text.endIndex ? text[position] : nil }

    mutating func put(_ byte: UInt8, at position: Int) {
        if word == nil { word = ShellWord(place: Place(byte: base + position)) }
        word?.bytes.append(CollectionOfOne(byte), at: base + position)
    }

    mutating func put(_ bytes: [UInt8], insteadOf position: Int) {
        if word == nil { word = ShellWord(place: Place(byte: base + position)) }
        word?.bytes.append(bytes, at: base + position, step: 0)
    }

    mutating func openWord() {
        if word == nil { word = ShellWord(place: Place(byte: base + index)) }
    }

    mutating func endWord() {
        guard let ended = word else { return }
        word = nil
        switch nextWord {
        case .file?: break
        case .input?: inputWord = ended
        case .delimiter(let stripsTabs)?:
            awaited.append(ShellDocument(delimiter: ended, stripsTabs: stripsTabs, command: number))
        case nil: words.append(ended)
        }
        nextWord = nil
    }
}
