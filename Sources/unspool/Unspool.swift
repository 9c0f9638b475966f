internal import ArgumentParser
internal import Reporting

/// The program's entry: parses the command line, runs the verb, and ends with its exit code.
@main
struct Unspool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unspool",
        abstract: "Tells what happened in captured HTTP traffic of LLM APIs.",
        usage: """
            unspool FILE...
            unspool VERB [OPTIONS] FILE...
            """,
        discussion: """
            EXAMPLES:
              unspool samples/gemini-image-edit/capture.txt
              unspool inspect samples/gemini-image-edit/capture.txt -v
              unspool inspect samples/gemini-image-edit/capture.txt --format json
              unspool message samples/gemini-png-answer/capture.http
              unspool events samples/gemini-cut-stream/capture.http
              unspool check samples/gemini-image-edit/capture.txt --fail-on critical
              cat samples/gemini-cut-stream/capture.http | unspool -

            A file's format is recognised by its content; - is standard input.
            Secrets are hidden unless --include-secrets is given.

            EXIT CODES:
              0  fine
              1  findings (of check), a difference (of diff), an invalid image (of image)
              2  wrong usage, an input that could not be read, or a body that could not
                 be decoded to its end
              3  a redaction that left a secret
            """,
        version: Version.string,
        subcommands: [
            InspectCommand.self, ListCommand.self, MessageCommand.self, BodyCommand.self, EventsCommand.self,
            CheckCommand.self, DiffCommand.self, RedactCommand.self, ExtractCommand.self, ImageCommand.self,
            RulesCommand.self,
            SchemaCommand.self,
        ],
        defaultSubcommand: InspectCommand.self)

    /// Runs the command; a command line that cannot be understood ends with 2, as in grep and diff.
    static func main() {
        StandardStream.ignoreBrokenPipes()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            StandardStream.error.write(SafeText.escape(fullMessage(for: error), allowingLines: true) + "\n")
            exit(withError: ExitCode(2))
        }
    }
}
