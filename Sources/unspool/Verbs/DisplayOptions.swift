internal import ArgumentParser
internal import Reporting
internal import SystemPackage

/// The options of every verb that prints for people.
struct DisplayOptions: ParsableArguments {
    /// When colours are used.
    enum Color: String, ExpressibleByArgument, CaseIterable {
        case auto
        case always
        case never
    }

    @Option(
        help: ArgumentHelp("Columns of a line, 40 to 10000 (default: the terminal's, else 80).", valueName: "columns"))
    var width: Int?

    @Option(help: "When to use colours: auto, always, never.")
    var color = Color.auto

    @Flag(help: "Draw with ASCII only.")
    var ascii = false

    /// The widths that a report can be laid out in.
    private static let widths = 40...10_000

    /// A width that no report fits in, or that no screen has, is wrong usage.
    func validate() throws {
        guard let width, !DisplayOptions.widths.contains(width) else { return }
        throw ValidationError("expected a --width of 40 columns or more, at most 10000, found \(width)")
    }

    /// How text is laid out on standard output, or in a file where `isFile` says so.
    func textOptions(isVerbose: Bool, details: Set<Detail>, isFile: Bool) -> TextOptions {
        let terminal = Terminal(.standardOutput)
        let hasColor = color == .always || (color == .auto && !isFile && terminal.welcomesColor)
        return TextOptions(
            width: width ?? (isFile ? nil : terminal.width) ?? 80, hasColor: hasColor, isASCII: ascii,
            isVerbose: isVerbose,
            details: details)
    }
}
