internal import ArgumentParser
internal import CaptureReading
internal import Findings
internal import Redaction
internal import Reporting

/// `unspool body FILE`: one decoded body.
struct BodyCommand: ParsableCommand {
    /// What is printed of a body.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case raw
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "body",
        abstract: "Print one body, decoded, byte for byte: secrets in it are NOT hidden.",
        discussion: """
            EXAMPLES:
              unspool body samples/gemini-png-answer/capture.http
              unspool body samples/gemini-png-answer/capture.http --part request --format json
              unspool body samples/gemini-cut-stream/capture.http --encoded | sha256sum

            What a body holds is what this verb is for, so it is printed as it is; do not share it unread. --format json
            describes it instead: layers, sizes, sha256, warnings, error. Of a body that cannot be decoded to its end
            what comes before is printed, and the exit code is 2.
            """)

    @OptionGroup var selection: ExchangeSelection

    @Option(help: "The body to print: request, response.")
    var part = ExchangePart.response

    @Flag(help: "Print the bytes as the capture holds them.")
    var encoded = false

    @Option(help: "What to print: raw (the bytes), json (what they are).")
    var format = Format.raw

    @OptionGroup var capture: CaptureOptions

    /// Prints the body; no body, or one that cannot be decoded to its end, ends with 2.
    func run() throws {
        // Bytes that are printed as they are need no secrets to be learned.
        let style = format == .raw ? Redactor.Style.disclosed : .identifier
        let (exchange, redactor) = try selection.load(capture, style: style) { exchange in
            part.body(of: exchange) != nil
        }
        let name = selection.file.text
        guard let body = part.body(of: exchange) else {
            let message =
                "\(name): expected a \(part.rawValue) body in exchange \(exchange.exchange.number), found none"
            Diagnostics(redactor: redactor).report(message)
            throw ExitCode(2)
        }
        let destination = Destination()
        switch format {
        case .raw: destination.stream.write(whole: encoded ? body.encoded : body.bytes)
        case .json:
            destination.stream.write(BodyJSON(of: exchange, isRequest: part == .request, redactor: redactor).bytes)
        }
        try destination.close()
        guard let fault = body.fault, !encoded || format == .json else { return }
        Diagnostics(redactor: redactor).report("\(name): \(fault.message)")
        throw ExitCode(2)
    }
}
