public import CaptureReading

/// The secrets of a capture, numbered by their first appearance.
public struct SecretLedger: Sendable {
    /// A secret's mark: what stands in its place.
    public struct Mark: Hashable, Sendable {
        /// What it is.
        public let kind: Secret.Kind

        /// Its number among its kind, from 1.
        public let number: Int

        /// How long it is, in characters.
        public let characterCount: Int

        /// What text reports show: `key 1, 16 characters`.
        public var words: String {
            "\(kind.rawValue) \(number), \(characterCount) character\(characterCount == 1 ? "" : "s")"
        }

        /// What JSON reports show: `REDACTED-key-1`.
        public var identifier: String { "REDACTED-\(kind.rawValue)-\(number)" }
    }

    private var marks: [String: Mark] = [:]
    private var counts: [Secret.Kind: Int] = [:]

    /// Creates a ledger without secrets.
    public init() {}

    /// Learns the secrets of an exchange.
    public mutating func learn(from exchange: Exchange) {
        for secret in SecretScanner.secrets(in: exchange) {
            learn(secret)
        }
    }

    /// Learns one secret; a value that is known keeps its first mark.
    public mutating func learn(_ secret: Secret) {
        guard marks[secret.value] == nil else { return }
        let number = counts[secret.kind, default: 0] + 1
        counts[secret.kind] = number
        marks[secret.value] = Mark(kind: secret.kind, number: number, characterCount: secret.value.count)
    }

    /// The mark of a value, or nil when it is no known secret.
    public func mark(of value: String) -> Mark? {
        marks[value]
    }

    /// Every value with its mark, longest first, then by value: an order that does not depend on hashing.
    package var entries: [(value: String, mark: Mark)] {
        marks.map { entry in (value: entry.key, mark: entry.value) }.sorted { left, right in
            let sizes = (left.value.utf8.count, right.value.utf8.count)
            return sizes.0 == sizes.1 ? left.value < right.value : sizes.0 > sizes.1
        }
    }
}
