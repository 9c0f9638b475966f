/// Matches findings with a baseline, in the order in which they are found.
///
/// An entry covers as many findings as were accepted; those beyond are new.
public struct BaselineMatch: Sendable {
    /// What a baseline says of a finding.
    public enum Verdict: Hashable, Sendable {
        /// Nothing: it counts.
        case new

        /// It was accepted.
        case accepted(BaselineEntry)

        /// It was accepted for a time that is over: it counts again.
        case expired(BaselineEntry)
    }

    private let entries: [BaselineEntry.Key: BaselineEntry]
    private let day: CalendarDay?
    private var found: [BaselineEntry.Key: Int] = [:]

    /// Begins to match with a baseline; an entry holds as long as its last day is not before `day`.
    public init(_ baseline: Baseline, day: CalendarDay? = nil) {
        self.day = day
        entries = Dictionary(uniqueKeysWithValues: baseline.entries.map { entry in (entry.key, entry) })
    }

    /// What the baseline says of the next finding.
    public mutating func verdict(on key: BaselineEntry.Key) -> Verdict {
        found[key, default: 0] += 1
        guard let entry = entries[key], found[key, default: 0] <= entry.count else { return .new }
        return entry.isExpired(on: day) ? .expired(entry) : .accepted(entry)
    }

    /// The entries that nothing was found for: what they accept is gone.
    ///
    /// Nothing can be said of those in captures that were not read, or of rules that did not count.
    public func stale(
        among paths: Set<String>, where isActive: (BaselineEntry) -> Bool = { _ in true }
    ) -> [BaselineEntry] {
        entries.values.filter { entry in found[entry.key] == nil && paths.contains(entry.path) && isActive(entry) }
            .sorted { left, right in left.key < right.key }
    }

    /// The baseline that accepts all that was found.
    ///
    /// Entries keep their reasons; those that are stale go, those in captures that were not read stay, and so do those of
    /// rules that did not count. An entry that expired keeps its day: to prolong it is for people to decide.
    ///
    /// - Parameters:
    ///   - paths: the captures that were read.
    ///   - template: what new entries say of their reason, who accepts them and until when.
    ///   - isActive: whether the rule of an entry counted.
    /// - Returns: the baseline to write.
    public func updated(
        reading paths: Set<String>, template: BaselineEntry, where isActive: (BaselineEntry) -> Bool = { _ in true }
    ) -> Baseline {
        let stale = Set(stale(among: paths, where: isActive).map(\.key))
        var updated = entries.values.filter { entry in !stale.contains(entry.key) }
        for index in updated.indices { updated[index].count = found[updated[index].key] ?? updated[index].count }
        for (key, count) in found where entries[key] == nil {
            var entry = template
            (entry.path, entry.rule, entry.fingerprint, entry.count) = (key.path, key.rule, key.fingerprint, count)
            updated.append(entry)
        }
        return Baseline(entries: updated)
    }
}
