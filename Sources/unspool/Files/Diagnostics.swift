internal import CaptureReading
internal import Redaction
internal import Reporting

/// Says on standard error what went wrong: escaped, and without secrets.
struct Diagnostics {
    /// Takes the secrets out of what is said.
    var redactor = Redactor.disclosing

    /// Says what is wrong with an input, and by which option it may be mended.
    func report(_ error: CaptureError, about path: String) {
        let hint = if case .unrecognised = error.innermost { " (--input-format)" } else { "" }
        report("\(path): \(error)\(hint)")
    }

    /// Says something.
    func report(_ message: String) {
        StandardStream.error.write("unspool: \(SafeText.escape(redactor.redact(message)))\n")
    }
}

extension CaptureError {
    /// What is wrong with the capture, containers left aside.
    fileprivate var innermost: CaptureError {
        if case .contained(_, _, let error) = self { error.innermost } else { self }
    }
}
