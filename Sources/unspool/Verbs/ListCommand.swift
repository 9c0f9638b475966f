internal import ArgumentParser
internal import Findings
internal import Redaction
internal import Reporting

/// `unspool list FILE…`: one line an exchange.
struct ListCommand: ParsableCommand {
    /// The forms of a list.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case tsv
        case jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the exchanges of captures, a line each; those that fit, in the order that is asked for.",
        usage: "unspool list FILE... [OPTIONS]",
        discussion: """
            EXAMPLES:
              unspool list samples/gemini-har/capture.har
              unspool list samples/gemini-har/capture.har --match 'status:200' --sort -time
              unspool list samples/ --match 'has:image -severity:>=high' --format tsv

            --match takes terms with blanks between them, all of which have to fit. A
            term is a field, a colon and a value, or several values with commas between
            them, of which one has to fit; - before it turns it round. A word without a
            colon is sought in the URL. Texts take a pattern for the whole (* and ?),
            numbers a comparison or a range (400..499); none fits where nothing is known.
            Case does not count; a value with blanks in it stands between quotation marks.

            FIELDS:
            \(ListCommand.fields)
            """)

    @Argument(help: "Captures, folders of captures, or - for standard input.")
    var files: [PathArgument]

    @Option(help: "The form of the list: text, tsv, jsonl.")
    var format = Format.text

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Sort by \(ListOrder.Key.allCases.map(\.rawValue).joined(separator: ", ")); the largest first with - before it.",
            valueName: "column"))
    var sort = SortArgument.captured

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the list to a file.", valueName: "file"))
    var output: PathArgument?

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var capture: CaptureOptions
    @OptionGroup var display: DisplayOptions

    /// Lists the exchanges of every input; fails with 2 when one could not be read.
    func run() throws {
        let run = try ReportRun(over: files, selection, capture, output: output)
        switch format {
        case .text:
            var options = display.textOptions(isVerbose: false, details: [], isFile: output != nil)
            options.showsFolders = run.inputs.count > 1
            let reporter = ListReporter(layout: .table(options), order: sort.order, write: run.write)
            try run.report(to: reporter, style: .words)
        case .tsv:
            try run.report(
                to: ListReporter(layout: .tabs, order: sort.order, warn: run.warn, write: run.write), style: .identifier
            )
        case .jsonl:
            try run.report(
                to: ListJSONReporter(order: sort.order, warn: run.warn, write: run.write), style: .identifier)
        }
    }

    /// The columns of a help text.
    private static let columns = 79

    /// The fields of a filter, each on lines of its own.
    private static var fields: String {
        let width = FilterField.all.map { field in field.names[0].count }.max() ?? 0
        return FilterField.all.map { field in
            let name = field.names[0]
            var lines = [["  " + name + String(repeating: " ", count: width - name.count + 1)]]
            var column = width + 3
            for word in field.summary.split(separator: " ").map(String.init) {
                if column + 1 + word.count > columns {
                    lines.append([String(repeating: " ", count: width + 3)])
                    column = width + 3
                }
                lines[lines.count - 1].append(word)
                column += 1 + word.count
            }
            return lines.map { words in words.joined(separator: " ") }.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
