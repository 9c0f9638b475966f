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
        help: ArgumentHelp("Columns of a line, at least 40 (default: the terminal's, else 80).", valueName: "columns"))
    var width: Int?

    @Option(help: "When to use colours: auto, always, never.")
    var color = Color.auto

    @Flag(help: "Draw with ASCII only.")
    var ascii = false

    /// A width that no report fits in is wrong usage.
    func validate() throws {
        guard let width, width < 40 else { return }
        throw ValidationError("expected a --width of 40 columns or more, found \(width)")
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
