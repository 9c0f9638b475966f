internal import ByteCoding

/// A command of curl with what is piped into it, and what it is piped into.
///
///     echo '{"model": "m"}' | curl -d @- https://llm.example/v1/messages | jq .
struct CurlPipeline {
    /// The words of the command, of which the first is `curl`; empty where there is no such command.
    private(set) var words: ArraySlice<ShellWord> = []

    /// Where the command begins.
    private(set) var place: Place

    /// What the command reads from its standard input.
    private(set) var input = CurlInput.terminal

    /// The program behind it that prints something other than what curl did; nil where there is none.
    private(set) var changedBy: String?

    /// Whether what is printed in the end goes to a file.
    private(set) var writesFile = false

    /// The offset behind the pipeline; where another command of curl stands in it, that of this one.
    private(set) var end = 0

    /// What ends it.
    private(set) var ending = ShellWords.Ending.line

    /// Whether curl prints what another command of curl reads.
    private(set) var feedsCurl = false

    /// Whether the text ended before anything ended the pipeline.
    private(set) var isOpen = false

    /// Whether the escapes are those of the command prompt of Windows.
    private(set) var isOfWindows: Bool?

    private let text: ArraySlice<UInt8>
    private var awaited: [ShellDocument] = []
    private var documents: [ShellDocument] = []
    private var commands: [ShellWords] = []

    /// Reads the commands that a text begins with, up to the first one of curl and those behind it in its pipeline.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - place: where its first byte stands in the capture.
    ///   - isOfWindows: whose escapes it has, where that is known of its line; else it is looked up.
    ///   - feeder: the program whose output is piped into the first command; nil where there is none.
    init(_ text: ArraySlice<UInt8>, at place: Place, isOfWindows: Bool? = nil, feeder: String? = nil) {
        self.text = text
        self.place = place
        self.isOfWindows = isOfWindows
        let start = place
        var fed: [Int] = []
        while true {
            let command = read(at: start)
            let program = ShellProgram(command, reading: nil)
            if program.isCurl, let first = program.ownWords.first, isCommand(at: first.place.byte - start.byte) {
                words = program.ownWords
                self.place = first.place
                break
            }
            guard command.ending == .pipe || command.ending == .separator, !isOpen,
                commands.count < CurlPipeline.mostCommands
            else { return }
            if command.ending == .pipe { fed.append(command.number) } else { fed = [] }
        }
        let number = commands.count - 1
        readBehind(from: start)
        input = input(of: number, fedBy: fed, feeder)
    }

    /// How many commands may stand before curl, and about how many behind it: more are no pipeline that anybody writes.
    private static let mostCommands = 64

    /// Whether the name at an offset is that of a command: it begins the text, or what follows it looks so.
    private func isCommand(at offset: Int) -> Bool {
        commands.count == 1 || CurlCommandStart.isCommand(text.dropFirst(offset).prefix(CurlCommandStart.reach))
    }

    /// Reads the command behind those that were read.
    private mutating func read(at start: Place) -> ShellWords {
        let command = ShellWords(
            text.dropFirst(end), at: Place(byte: start.byte + end), isOfWindows: isOfWindows, number: commands.count,
            isPiped: ending == .pipe, awaiting: awaited)
        isOfWindows = command.isOfWindows
        awaited = command.awaited
        documents += command.documents
        end += command.end
        ending = command.ending
        isOpen = command.isOpen
        commands.append(command)
        return command
    }

    /// Reads the commands that curl is piped into, unless one is of curl too.
    private mutating func readBehind(from start: Place) {
        writesFile = commands.last?.writesFile ?? false
        while ending == .pipe, !isOpen, commands.count < 2 * CurlPipeline.mostCommands {
            let before = (end, ending, awaited, documents)
            let command = read(at: start)
            let program = ShellProgram(command, reading: nil)
            if program.isCurl {
                (end, ending, awaited, documents) = before
                isOpen = false
                feedsCurl = true
                return
            }
            guard !command.words.isEmpty else { return }
            if changedBy == nil, !program.isFaithful { changedBy = program.name }
            writesFile = command.writesFile
        }
    }

    /// What a command reads: on its own line or below it, or from those before it.
    private func input(of number: Int, fedBy feeders: [Int], _ feeder: String?) -> CurlInput {
        if let own = ownInput(of: number) { return own }
        if commands[number].readsFile { return .file }
        var output = feeder.map(CurlInput.program)
        for feeder in feeders {
            output = ShellProgram(commands[feeder], reading: ownInput(of: feeder)).output(of: output)
        }
        return output ?? .terminal
    }

    private func ownInput(of number: Int) -> CurlInput? {
        if let document = documents.last(where: { document in document.command == number }) { return document.input }
        return commands[number].inputWord.map { word in word.isMade ? .shell : .literal(word.bytes) }
    }
}

extension CurlPipeline {
    /// Cuts the commands at an offset of a window into words, loading as much as they need, or up to a limit.
    ///
    /// Twice as much is loaded before they are cut again, so that the time stays linear.
    static func read(
        at start: Int, upTo limit: Int = .max, isOfWindows: Bool? = nil, feeder: String? = nil,
        from window: inout CaptureWindow
    ) throws(CaptureError) -> CurlPipeline {
        try window.load(upTo: start + ShellWords.reach)
        while true {
            let text = window.bytes.dropFirst(start).prefix(limit)
            let pipeline = CurlPipeline(text, at: window.place(start), isOfWindows: isOfWindows, feeder: feeder)
            guard pipeline.isOpen, text.count < limit else { return pipeline }
            let count = window.bytes.count
            try window.load(upTo: 2 * count)
            guard window.bytes.count > count else { return pipeline }
        }
    }
}

extension CaptureWindow {
    /// Loads bytes up to a count, fewer only at the end.
    mutating func load(upTo count: Int) throws(CaptureError) {
        while bytes.count < count, try extend() {}
    }
}
