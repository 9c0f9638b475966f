import Findings
import Testing

@Suite struct BaselineMatchTests {
    private static let day = CalendarDay("2026-06-30")

    private func entry(
        _ fingerprint: String, path: String = "a", count: Int = 1, reason: String = "why", expires: String? = nil
    ) -> BaselineEntry {
        BaselineEntry(
            rule: "SEC001", fingerprint: fingerprint, path: path, count: count, reason: reason,
            expires: expires.flatMap(CalendarDay.init))
    }

    private func match(_ entries: BaselineEntry...) -> BaselineMatch {
        BaselineMatch(Baseline(entries: entries), day: BaselineMatchTests.day)
    }

    @Test("what was accepted is, as often as it was; one more is new, and so is the same elsewhere")
    func accepted() {
        let accepted = entry("f", count: 2)
        var match = match(accepted)
        #expect(match.verdict(on: accepted.key) == .accepted(accepted))
        #expect(match.verdict(on: accepted.key) == .accepted(accepted))
        #expect(match.verdict(on: accepted.key) == .new)
        #expect(match.verdict(on: entry("f", path: "b").key) == .new)
        #expect(match.verdict(on: entry("g").key) == .new)
    }

    @Test("an entry holds on its last day and not on the next; without a day to judge by it holds")
    func expiry() {
        let today = entry("f", expires: "2026-06-30")
        let yesterday = entry("g", expires: "2026-06-29")
        var match = match(today, yesterday)
        #expect(match.verdict(on: today.key) == .accepted(today))
        #expect(match.verdict(on: yesterday.key) == .expired(yesterday))
        var undated = BaselineMatch(Baseline(entries: [yesterday]))
        #expect(undated.verdict(on: yesterday.key) == .accepted(yesterday))
    }

    @Test("an entry that nothing was found for is stale, where its capture was read and its rule counted")
    func stale() {
        var match = match(entry("found"), entry("gone"), entry("elsewhere", path: "b"))
        _ = match.verdict(on: entry("found").key)
        #expect(match.stale(among: ["a"]).map(\.fingerprint) == ["gone"])
        #expect(match.stale(among: ["a", "b"]).map(\.fingerprint) == ["gone", "elsewhere"])
        #expect(match.stale(among: ["a"], where: { _ in false }) == [])
    }

    @Test("an update keeps reasons and days, counts anew, drops what is gone, and adds what is new")
    func update() {
        let kept = entry("kept", count: 3, reason: "because", expires: "2026-01-01")
        var match = match(kept, entry("gone"), entry("unread", path: "b"))
        for fingerprint in ["kept", "kept", "new", "new"] { _ = match.verdict(on: entry(fingerprint).key) }
        let template = BaselineEntry(rule: "", fingerprint: "", path: "", reason: "made up", by: "me")
        let updated = match.updated(reading: ["a"], template: template)
        var recounted = kept
        recounted.count = 2
        let added = BaselineEntry(
            rule: "SEC001", fingerprint: "new", path: "a", count: 2, reason: "made up", by: "me")
        #expect(updated.entries == [recounted, added, entry("unread", path: "b")])
    }
}
