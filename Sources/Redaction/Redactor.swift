public import CaptureReading

/// Takes the secrets of a ledger out of text before it is shown.
///
/// Values of fewer than six bytes are replaced only where they stand in their place: `abc` would be found in too many
/// words.
public struct Redactor: Sendable {
    /// How a secret is shown.
    public enum Style: Sendable {
        /// `[key 1, 16 characters]`.
        case words

        /// `REDACTED-key-1`.
        case identifier

        /// As it is: the reader asked for it.
        case disclosed
    }

    /// How a secret is shown.
    public let style: Style

    private let ledger: SecretLedger
    private let search: SecretSearch

    /// Creates a redactor of the secrets that a ledger holds.
    public init(_ ledger: SecretLedger, style: Style) {
        self.style = style
        self.ledger = ledger
        search = SecretSearch(ledger.entries)
    }

    /// A redactor that shows everything as it is.
    public static let disclosing = Redactor(SecretLedger(), style: .disclosed)

    /// The text without any known secret.
    public func redact(_ text: String) -> String {
        guard style != .disclosed else { return text }
        return search.replacing(in: text, with: shown)
    }

    /// The value of a header line: its secrets by place, however short, and all others.
    public func redact(_ line: FieldLine, isResponse: Bool) -> String {
        guard style != .disclosed else { return line.value }
        let secrets = SecretScanner.secrets(in: line, isResponse: isResponse)
        return redact(replacing(secrets.map(\.value), in: line.value))
    }

    /// A request's target: the secrets of its query and user information by place, however short, and all others.
    public func redact(targetOf request: Request) -> String? {
        guard style != .disclosed, let target = request.target else { return request.target }
        return redact(replacing(SecretScanner.secrets(inTargetOf: request).map(\.value), in: target))
    }

    /// The mark of a secret.
    public func mark(of secret: Secret) -> SecretLedger.Mark? {
        ledger.mark(of: secret.value)
    }

    /// What stands in the place of a secret.
    public func shown(_ mark: SecretLedger.Mark) -> String {
        style == .words ? "[\(mark.words)]" : mark.identifier
    }

    /// Replaces values that stand in a text one after the other; each is looked for behind the one before.
    private func replacing(_ values: [String], in text: String) -> String {
        var result = ""
        var rest = text[...]
        for value in values {
            guard let found = SecretSearch.range(of: value, in: rest) else { continue }
            result += rest[..<found.lowerBound]
            result += ledger.mark(of: value).map(shown) ?? "[redacted]"
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}
