internal import ArgumentParser
internal import SystemPackage

/// A path as it was typed, byte for byte.
///
/// The argument parser works on repaired text; a name that is not UTF-8 is found again among the program's own
/// arguments.
struct PathArgument: ExpressibleByArgument {
    /// The text as parsed, with U+FFFD where a byte was no UTF-8.
    let text: String

    /// The path.
    let path: FilePath

    /// Takes an argument; nil when it is empty.
    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        text = argument
        path = PathArgument.verbatim(argument) ?? FilePath(argument)
    }

    /// A path below a folder.
    init(_ path: FilePath) {
        self.path = path
        text = path.string
    }

    /// Whether standard input is meant.
    var isStandardInput: Bool { text == "-" }

    /// The argument that reads like this text when it is repaired.
    private static func verbatim(_ text: String) -> FilePath? {
        guard text.unicodeScalars.contains("\u{FFFD}") else { return nil }
        for index in 0..<Int(CommandLine.argc) {
            guard let pointer = unsafe CommandLine.unsafeArgv[index] else { continue }
            if unsafe String(cString: pointer) == text { return unsafe FilePath(platformString: pointer) }
        }
        return nil
    }
}
