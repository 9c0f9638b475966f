internal import ByteCoding
public import CaptureReading

/// Takes the secrets of a ledger out of text before it is shown.
///
/// A distinctive secret of six bytes or more is hidden wherever it stands, in any spelling; so is a beginning of six
/// bytes or more of one where a mark says that it was cut (`…`, `...` or `*`), and any beginning of 64 bytes or more.
/// Shorter ones and ordinary words are hidden only in their place in a header line, a target or a value, not in a body
/// that is shown as it stands: `abc` would be found in too many words.
/// A secret that arrives in pieces, as the deltas of a stream may cut it, is found where the pieces are shown joined;
/// for a stream as it stands there is `splitSecrets(in:)`.
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

    let ledger: SecretLedger

    /// Creates a redactor of the secrets that a ledger holds; this takes no work, however many there are.
    public init(_ ledger: SecretLedger, style: Style) {
        self.style = style
        self.ledger = ledger
    }

    /// A redactor that shows everything as it is.
    public static let disclosing = Redactor(SecretLedger(), style: .disclosed)

    /// The text without any known secret.
    public func redact(_ text: String) -> String {
        redact(text, hiding: [])
    }

    /// Whether bytes of any kind spell a known secret.
    public func finds(in bytes: [UInt8]) -> Bool {
        style != .disclosed && !ledger.index.stretches(in: bytes.span).isEmpty
    }

    /// The value of a header line: its secrets by place, however short, and all others.
    public func redact(_ line: FieldLine) -> String {
        redact(line.value, hiding: SecretScanner.spans(in: line))
    }

    /// A text that holds JSON, perhaps cut: the secrets of its members by place, however short, and all others.
    public func redact(json text: String) -> String {
        redact(text, hiding: JSONSecrets.spans(in: Array(text.utf8)[...]))
    }

    /// A request's target: the secrets of its query and user information by place, however short, and all others.
    public func redact(targetOf request: Request) -> String? {
        request.target.map { target in redact(target, hiding: URLSecrets.spans(in: target)) }
    }

    /// The mark of a secret's value; nil for one that was not learned, and for one that was taken out of the capture.
    public func mark(of value: String) -> SecretLedger.Mark? {
        ledger.mark(of: value)
    }

    /// What stands in the place of a secret.
    public func shown(_ mark: SecretLedger.Mark) -> String {
        style == .words ? "[\(mark.words)]" : mark.identifier
    }

    /// The text without these secrets, and without any known one; where two overlap, all that either takes is hidden.
    private func redact(_ text: String, hiding placed: [SecretSpan]) -> String {
        guard style != .disclosed else { return text }
        var hidden = hiddenParts(of: text.utf8.span) { Array(text.utf8) }
        hidden += placed.map { span in
            Hidden(range: span.range, isPlaced: true, mark: ledger.mark(of: span.value).map(shown) ?? "[redacted]")
        }
        guard !hidden.isEmpty else { return text }
        if !placed.isEmpty { hidden = Redactor.merged(hidden) }
        let copy = Array(text.utf8)[...].replacing(
            hidden.lazy.map { part in (range: part.range, bytes: Array(part.mark.utf8)) })
        return String(decoding: copy, as: UTF8.self)
    }

    /// A part of a text that is not shown, and what is shown for it.
    struct Hidden {
        var range: Range<Int>
        var isPlaced = false
        var mark: String
    }

    /// The known secrets of a text, and the base64 in which there are some, which is encoded anew.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - bytes: the same, asked for only where base64 is in it.
    /// - Returns: the parts, none of which overlap.
    func hiddenParts(of text: Span<UInt8>, bytes: () -> [UInt8]) -> [Hidden] {
        guard style != .disclosed, !ledger.isEmpty else { return [] }
        let known = ledger.index.stretches(in: text).map { stretch in
            Hidden(range: stretch.range, mark: shown(ledger.mark(ofNumber: stretch.number)))
        }
        guard Base64Alphabet.runs.first(of: SecretWalk.shortestMembers, in: text, from: 0) != nil else { return known }
        let context = walkContext
        var walk = SecretWalk(context)
        walk.walkBase64(bytes()[...], .identity, depth: 1)
        let encoded = walk.hidden.map { part in
            Hidden(range: part.range, mark: String(decoding: context.replacement(of: part), as: UTF8.self))
        }
        return encoded.isEmpty ? known : Redactor.merged(known + encoded)
    }

    /// What a walk knows that makes a copy with the marks of reports.
    var walkContext: WalkContext {
        WalkContext(ledger: ledger, marks: PlaceholderMaker(numbering: ledger), options: .report)
    }

    /// The parts in order, those that overlap made one; a secret in its place says what is shown.
    private static func merged(_ parts: [Hidden]) -> [Hidden] {
        var merged: [Hidden] = []
        for part in parts.sorted(by: { left, right in left.range.lowerBound < right.range.lowerBound }) {
            guard let last = merged.last, part.range.lowerBound < last.range.upperBound else {
                merged.append(part)
                continue
            }
            let range = last.range.lowerBound..<max(last.range.upperBound, part.range.upperBound)
            let named = part.isPlaced && !last.isPlaced ? part : last
            merged[merged.count - 1] = Hidden(range: range, isPlaced: named.isPlaced, mark: named.mark)
        }
        return merged
    }
}
