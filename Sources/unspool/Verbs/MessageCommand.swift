internal import ArgumentParser
internal import CaptureReading
internal import Findings
internal import Redaction
internal import Reporting

/// `unspool message FILE`: the final message alone.
struct MessageCommand: ParsableCommand {
    /// The forms of a message.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "message",
        abstract: "Print the reassembled final message alone, as one would paste it into a bug report.",
        usage: "unspool message FILE [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool message samples/gemini-image-edit/capture.txt
              unspool message samples/gemini-png-answer/capture.http --format json
            """)

    @OptionGroup var selection: ExchangeSelection

    @Option(help: "The form: text, json.")
    var format = Format.text

    @OptionGroup var capture: CaptureOptions

    /// Prints the message; a capture without an answer ends with 2.
    func run() throws {
        let isText = format == .text
        let (exchange, redactor) = try selection.load(capture, style: isText ? .words : .identifier) { exchange in
            exchange.answer != nil
        }
        guard let answer = exchange.answer else {
            let number = exchange.exchange.number
            Diagnostics(redactor: redactor).report(
                "\(selection.file.text): expected an answer in exchange \(number), found none")
            throw ExitCode(2)
        }
        let destination = Destination()
        if isText {
            destination.stream.write(Array(MessageText(of: answer, redactor: redactor).text.utf8))
        } else {
            destination.stream.write(MessageJSON(of: answer, images: exchange.images, redactor: redactor).bytes)
        }
        try destination.close()
    }
}
