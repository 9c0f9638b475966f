internal import ArgumentParser
internal import CaptureReading
internal import Redaction
internal import Reporting

/// Says on standard error what went wrong: escaped, and without secrets.
struct Diagnostics {
    /// Takes the secrets out of what is said.
    var redactor = Redactor.disclosing

    /// Says what is wrong with an input, and by which option it may be mended.
    func report(_ error: CaptureError, about path: String) {
        let hint =
            switch error.innermost {
            case .unrecognised: " (--input-format)"
            case .unreadable: Diagnostics.verb(meantBy: path).map { verb in "; is 'unspool \(verb)' meant?" } ?? ""
            default: ""
            }
        report("\(path): \(error)\(hint)")
    }

    /// The verb that a word is spelled like: what is no verb is taken for a file.
    private static func verb(meantBy word: String) -> String? {
        // A shorter word stands in too many others, and one with a dot or a slash is the name of a file.
        guard word.utf8.count > 3, !word.contains(where: { character in "./\\".contains(character) }) else {
            return nil
        }
        let spelling = Spelling(word)
        let verbs = Unspool.configuration.subcommands.compactMap { verb -> (distance: Int, name: String)? in
            guard let name = verb.configuration.commandName else { return nil }
            return spelling.distance(to: name).map { distance in (distance, name) }
        }
        return verbs.min { left, right in left < right }?.name
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
