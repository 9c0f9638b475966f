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
        usage: "unspool body FILE [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool body samples/gemini-png-answer/capture.http
              unspool body samples/gemini-png-answer/capture.http --format json
              unspool body samples/gemini-cut-stream/capture.http --encoded | sha256sum

            What a body holds is what this verb is for, so it is printed as it is; do not
            share it unread. --format json describes it instead: layers, sizes, sha256,
            warnings, error. Of a body that cannot be decoded to its end what comes
            before is printed, and the exit code is 2.
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
        switch format {
        case .raw: try printBytes()
        case .json: try printDescription()
        }
    }

    /// Prints the bytes as they are: no secret has to be learned for that, and nothing has to be looked into.
    private func printBytes() throws {
        let exchange = try selection.loadBare(capture) { exchange in part.body(of: exchange) != nil }
        let body = try body(of: exchange, .disclosing)
        let destination = Destination()
        destination.stream.write(whole: encoded ? body.encoded : body.bytes)
        try destination.close()
        if !encoded { try tellFault(of: body, .disclosing) }
    }

    /// Prints what the body is.
    private func printDescription() throws {
        let (exchange, redactor) = try selection.load(capture, style: .identifier) { exchange in
            part.body(of: exchange.exchange) != nil
        }
        let body = try body(of: exchange.exchange, redactor)
        let destination = Destination()
        destination.stream.write(BodyJSON(of: exchange, isRequest: part == .request, redactor: redactor).bytes)
        try destination.close()
        try tellFault(of: body, redactor)
    }

    /// The body; says that there is none and ends with 2 where that is so.
    private func body(of exchange: Exchange, _ redactor: Redactor) throws -> Body {
        if let body = part.body(of: exchange) { return body }
        let message = "expected a \(part.rawValue) body in exchange \(exchange.number), found none"
        Diagnostics(redactor: redactor).report("\(selection.file.text): \(message)")
        throw ExitCode(2)
    }

    /// Says why a body was not decoded to its end, and ends with 2 where that is so.
    private func tellFault(of body: Body, _ redactor: Redactor) throws {
        guard let fault = body.fault else { return }
        Diagnostics(redactor: redactor).report("\(selection.file.text): \(fault.message)")
        throw ExitCode(2)
    }
}
