public import CaptureReading

/// The secrets of a capture, numbered by their first appearance.
///
/// Values are told apart by their bytes: two that only look alike are two secrets.
public struct SecretLedger: Sendable {
    /// A secret's mark: what stands in its place.
    public struct Mark: Hashable, Sendable {
        /// What it is.
        public let kind: Secret.Kind

        /// Its number among its kind, from 1.
        public let number: Int

        /// How long it is, in characters.
        public let characterCount: Int

        /// What tells it from others: `key 1`.
        public var name: String { "\(kind.rawValue) \(number)" }

        /// What text reports show: `key 1, 16 characters`.
        public var words: String {
            "\(name), \(characterCount) character\(characterCount == 1 ? "" : "s")"
        }

        /// What JSON reports show: `REDACTED-key-1`.
        public var identifier: String { "REDACTED-\(kind.rawValue)-\(number)" }
    }

    /// A value that is compared by its bytes, which strings are not.
    private struct Value: Hashable, Sendable {
        let text: String

        static func == (left: Value, right: Value) -> Bool {
            left.text.utf8.elementsEqual(right.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(text)
        }
    }

    private var numbers: [Value: Int] = [:]
    private var marks: [Mark] = []
    private var values: [String] = []
    private var isIndexed: [Bool] = []
    private var indexedCount = 0
    private var counts: [Secret.Kind: Int] = [:]

    /// What is looked for everywhere; it grows with the ledger, so that redactors are made of it without work.
    private(set) var index = SecretIndex()

    /// Creates a ledger without secrets.
    public init() {}

    /// Learns the secrets of an exchange.
    public mutating func learn(from exchange: Exchange) {
        learn(SecretScanner.secrets(in: exchange) + SecretScanner.decodedCredentials(in: exchange))
    }

    /// Learns the secrets of an exchange, and beside those that names tell the ones that only their shape does, or words
    /// before them.
    ///
    /// - Parameters:
    ///   - exchange: the exchange.
    ///   - options: what counts as a secret beside the usual, and what does not.
    public mutating func learnAll(from exchange: Exchange, _ options: RedactionOptions = RedactionOptions()) {
        learn(ExchangeSecrets(of: exchange, options).all)
    }

    /// Learns secrets, in their order.
    public mutating func learn(_ secrets: [Secret]) {
        for secret in secrets { learn(secret) }
    }

    /// Learns the secrets of a part of a capture's text, which exchanges need not have all of.
    public mutating func learn(
        from text: ArraySlice<UInt8>, layout: CaptureLayout = .text, _ options: RedactionOptions = RedactionOptions()
    ) {
        learn(SecretLedger.secrets(of: text, layout: layout, options))
    }

    /// What `learn(from:layout:_:)` learns of a text.
    public static func secrets(
        of text: ArraySlice<UInt8>, layout: CaptureLayout = .text, _ options: RedactionOptions = RedactionOptions()
    ) -> [Secret] {
        var walk = SecretWalk(WalkContext(options: options))
        if layout == .dump { walk.walkDump(text) } else { walk.walk(text, .identity, depth: 0) }
        let spans = HiddenPart.merged(walk.hidden).compactMap(walk.context.span)
        return (walk.inner + spans).map { span in
            span.secret(in: .json(name: span.name ?? "", isResponse: false), textAt: nil)
        }
    }

    /// Learns one secret; a value that is known keeps its first mark, and one that was taken out is none.
    public mutating func learn(_ secret: Secret) {
        guard !secret.isBlanked else { return }
        let number = number(of: secret)
        guard secret.isDistinctive, !isIndexed[number] else { return }
        isIndexed[number] = true
        indexedCount += 1
        index.insert(secret.value, number: number)
        guard secret.value.utf8.count >= SecretLedger.shortestInDigits else { return }
        for digits in [Array("0123456789abcdef".utf8), Array("0123456789ABCDEF".utf8)] {
            let spelled = secret.value.utf8.flatMap { byte in [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]] }
            index.insert(String(decoding: spelled, as: UTF8.self), number: number)
        }
    }

    /// The shortest value that is looked for in hexadecimal digits too, in bytes.
    private static let shortestInDigits = 12

    /// The mark of a value, or nil when it is no known secret.
    public func mark(of value: String) -> Mark? {
        numbers[Value(text: value)].map { number in marks[number] }
    }

    /// The mark of the secret that was learned as the one of a number, from 0.
    func mark(ofNumber number: Int) -> Mark {
        marks[number]
    }

    /// What was learned under a number, from 0.
    func value(ofNumber number: Int) -> (kind: Secret.Kind, value: String) {
        (marks[number].kind, values[number])
    }

    /// Whether nothing is looked for everywhere.
    var isEmpty: Bool { indexedCount == 0 }

    /// The number that a secret is learned under, from 0; a new one where it is new.
    private mutating func number(of secret: Secret) -> Int {
        let value = Value(text: secret.value)
        if let number = numbers[value] { return number }
        let count = counts[secret.kind, default: 0] + 1
        counts[secret.kind] = count
        numbers[value] = marks.count
        values.append(secret.value)
        marks.append(Mark(kind: secret.kind, number: count, characterCount: secret.value.count))
        isIndexed.append(false)
        return marks.count - 1
    }
}
