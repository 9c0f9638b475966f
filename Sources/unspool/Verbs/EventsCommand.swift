internal import ArgumentParser
internal import CaptureReading
internal import Findings
internal import Redaction
internal import Reporting

/// `unspool events FILE`: the events of a stream, one a line.
struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Print the events of a stream, one JSON object a line, then one 'end' object.",
        usage: "unspool events FILE [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool events samples/gemini-image-edit/capture.txt
              curl -N https://host.example/stream | unspool events -
            """)

    @OptionGroup var selection: ExchangeSelection

    @Option(help: "The body to read: request, response.")
    var part = ExchangePart.response

    @OptionGroup var capture: CaptureOptions

    /// Prints the events; an exchange without such a body ends with 2.
    func run() throws {
        let (exchange, redactor) = try selection.load(capture, style: .identifier) { exchange in
            part.body(of: exchange.exchange) != nil
        }
        guard let body = part.body(of: exchange.exchange) else {
            let number = exchange.exchange.number
            let message = "\(selection.file.text): expected a \(part.rawValue) body in exchange \(number), found none"
            Diagnostics(redactor: redactor).report(message)
            throw ExitCode(2)
        }
        let destination = Destination()
        let lines = EventLines(redactor: redactor, lines: exchange.lines) { bytes in destination.stream.write(bytes) }
        lines.write(eventsOf: body)
        try destination.close()
        if let found = EventsCommand.otherStream(in: body) {
            Diagnostics(redactor: redactor).report(
                "\(selection.file.text): expected an event stream in exchange \(exchange.exchange.number), found \(found), "
                    + "which has no events; 'unspool body' prints it")
        }
    }

    /// What a body is that may be taken for an event stream; nil for one, and for what is anything else.
    private static func otherStream(in body: Body) -> String? {
        switch body.content(declared: nil) {
        case .json: "a JSON document"
        case .jsonLines: "JSON Lines"
        case .eventStream, .awsEventStream, .other: nil
        }
    }
}
