/// A finding that somebody accepted: what it is, where, why, by whom and until when.
public struct BaselineEntry: Hashable, Sendable {
    /// The id of the rule.
    public var rule: String

    /// The fingerprint of the finding: it holds no line number and no secret.
    public var fingerprint: String

    /// The path of the capture, relative to the folder that checks run in.
    public var path: String

    /// How many findings of this fingerprint were accepted: exchanges of one capture may have the same one each.
    public var count: Int

    /// Why it was accepted.
    public var reason: String

    /// Who accepted it; nil where that is not said.
    public var by: String?

    /// The last day on which it holds; nil for no end.
    public var expires: CalendarDay?

    /// Creates an entry.
    public init(
        rule: String, fingerprint: String, path: String, count: Int = 1, reason: String, by: String? = nil,
        expires: CalendarDay? = nil
    ) {
        self.rule = rule
        self.fingerprint = fingerprint
        self.path = path
        self.count = count
        self.reason = reason
        self.by = by
        self.expires = expires
    }

    /// What an entry is about: the same in two baselines of one project.
    public struct Key: Hashable, Comparable, Sendable {
        /// The path of the capture.
        public let path: String

        /// The id of the rule.
        public let rule: String

        /// The fingerprint of the finding.
        public let fingerprint: String

        /// Creates a key.
        public init(path: String, rule: String, fingerprint: String) {
            self.path = path
            self.rule = rule
            self.fingerprint = fingerprint
        }

        /// Orders by path, then by rule.
        public static func < (left: Key, right: Key) -> Bool {
            (left.path, left.rule, left.fingerprint) < (right.path, right.rule, right.fingerprint)
        }
    }

    /// What it is about.
    public var key: Key { Key(path: path, rule: rule, fingerprint: fingerprint) }

    /// Whether it does not hold any more on a day.
    public func isExpired(on day: CalendarDay?) -> Bool {
        guard let day, let expires else { return false }
        return expires < day
    }
}
