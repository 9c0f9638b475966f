/// What a command of curl reads from its standard input.
enum CurlInput {
    /// Text that stands in the capture: of a here-document, or of what prints its own words.
    case literal(GatheredBytes)

    /// What another program prints, of which the capture has no more than the name.
    case program(String)

    /// What the shell puts in: the output of a command, or the value of a variable.
    case shell

    /// A file.
    case file

    /// What is typed.
    case terminal

    /// Where it comes from, as messages say it; nil for text that is there.
    var origin: String? {
        switch self {
        case .literal: nil
        case .program(let name): "the output of \(name)"
        case .shell: "what the shell puts in"
        case .file: "a file"
        case .terminal: "the standard input"
        }
    }
}
