internal import Redaction
internal import Reporting

/// Says on standard error what went wrong: escaped, and without secrets.
struct Diagnostics {
    /// Takes the secrets out of what is said.
    var redactor = Redactor.disclosing

    /// Says what is wrong with an input.
    func report(_ error: some Error, about path: String) {
        report("\(path): \(error)")
    }

    /// Says something.
    func report(_ message: String) {
        StandardStream.error.write("unspool: \(SafeText.escape(redactor.redact(message)))\n")
    }
}
