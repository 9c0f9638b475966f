internal import ArgumentParser
internal import Reporting

/// `unspool schema NAME`: the JSON Schema of an output.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of an output: \(SchemaCommand.known).",
        usage: "unspool schema [NAME]",
        discussion: """
            EXAMPLES:
              unspool schema inspect
              unspool schema events
            """)

    @Argument(help: "The output: \(SchemaCommand.known).")
    var name: String?

    /// Prints the schema; a name that is missing or not known ends with 2.
    func run() throws {
        guard let schema = OutputSchema.all.first(where: { schema in schema.name == name }) else {
            let found = name.map { name in "'\(name)'" } ?? "none"
            Diagnostics().report("expected the name of an output, one of \(SchemaCommand.known), found \(found)")
            throw ExitCode(2)
        }
        let destination = Destination()
        destination.stream.write(Array(schema.text.utf8))
        try destination.close()
    }

    /// The names of the schemas.
    private static var known: String {
        OutputSchema.all.map(\.name).joined(separator: ", ")
    }
}
