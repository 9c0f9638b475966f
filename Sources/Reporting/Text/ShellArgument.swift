internal import ByteCoding
internal import Redaction

/// A path as one word of a command that a reader may copy.
///
/// POSIX.1-2024, Shell Command Language §2.2
struct ShellArgument {
    /// The word: as it is, or between quotation marks.
    let text: String

    /// Writes a path as a word; nil for what cannot be named again: standard input, a path that holds a secret, and one
    /// with characters that reports spell out.
    init?(path: String, redactor: Redactor) {
        guard !path.isEmpty, path != "-", SafeText.escape(redactor.redact(path)).utf8.elementsEqual(path.utf8) else {
            return nil
        }
        // What begins with a dash would be an option.
        let path = path.hasPrefix("-") ? "./" + path : path
        if path.utf8.allSatisfy({ byte in byte.isUnreserved || "/+,:@%=".utf8.contains(byte) }), !path.hasPrefix("~") {
            text = path
        } else {
            text = "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
        }
    }
}
