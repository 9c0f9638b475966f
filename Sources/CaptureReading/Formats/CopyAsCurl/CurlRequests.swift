/// The requests of one command of curl, each with its own options: `--next` stands between them.
///
/// Each is an exchange whose bytes go to the next one, the last to the next command: what the command printed is its own.
struct CurlRequests {
    private var requests: ArraySlice<[CurlArgument]>
    private let pipeline: CurlPipeline
    private let prompt: CommandPrompt

    /// Whether a request has read the standard input: for those behind it nothing is left.
    private var isInputRead = false

    /// The bytes of all requests, where one of several sends what stands outside its own options.
    private var whole: ExchangeSource?
    private let needsWhole: Bool

    /// Where the command begins.
    private let place: Place

    /// The bytes of the capture behind the command, and behind what it printed.
    private let end: Int
    private let limit: Int

    /// Begins with a command.
    ///
    /// - Parameters:
    ///   - pipeline: the command, and what stands before and behind it in its pipeline.
    ///   - end: the byte of the capture behind it.
    ///   - limit: the byte of the capture behind what it printed.
    ///   - prompt: what stands before it on its line.
    init(_ pipeline: CurlPipeline, end: Int, upTo limit: Int, prompt: CommandPrompt) {
        self.prompt = prompt
        var requests = CurlArgument.requests(in: pipeline.words.dropFirst())
        // An option without a request behind it asks for nothing.
        if requests.count > 1, requests[requests.count - 1].count == 1 { requests.removeLast() }
        self.requests = requests[...]
        self.pipeline = pipeline
        needsWhole =
            requests.count > 1 && pipeline.input.origin == nil && requests.contains(where: CurlCommand.readsInput)
        place = pipeline.place
        self.end = end
        self.limit = limit
    }

    /// Takes the next request from the window, or gives nil when all were taken.
    mutating func next(from window: inout CaptureWindow, number: Int) -> Exchange? {
        guard let arguments = requests.popFirst() else { return nil }
        let place = arguments.first.flatMap { first in first.name == "next" ? first.place : nil } ?? place
        let border = requests.first?.first?.place.byte ?? limit
        if needsWhole, whole == nil {
            whole = ExchangeSource(
                bytes: window.bytes.prefix(limit - window.location.byte), start: window.location)
        }
        let input = isInputRead ? .literal(GatheredBytes()) : pipeline.input
        let readsInput = !isInputRead && CurlCommand.readsInput(arguments)
        isInputRead = isInputRead || readsInput
        let own = window.take(border - window.location.byte)
        let source = readsInput ? whole ?? own : own
        let (request, found) = CurlCommand(arguments, input: input, at: place).request()
        guard requests.isEmpty else {
            return Exchange(number: number, source: source, request: request, response: nil, defects: found)
        }
        var output = CurlOutput(source, from: end - source.start.byte, of: pipeline, behind: prompt)
        let response = output.response()
        return Exchange(
            number: number, source: source, request: request, response: response,
            defects: found + openedDefects + output.defects)
    }

    /// What is opened and not closed.
    private var openedDefects: [CaptureDefect] {
        let opened: (name: String, expected: String)? =
            switch pipeline.ending {
            case .openQuote: ("open-quote", "the quote that ends a word")
            case .openSubstitution: ("open-substitution", "the bracket that ends a substitution")
            case .openDocument: ("open-document", "the word that ends a here-document")
            case .line, .separator, .pipe: nil
            }
        guard let opened else { return [] }
        return [
            CaptureDefect(
                id: "copy-as-curl." + opened.name,
                message: "expected \(opened.expected), found the end of the capture; copy the whole command",
                place: place)
        ]
    }
}
