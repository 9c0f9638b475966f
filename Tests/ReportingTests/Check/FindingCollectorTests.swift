import CaptureReading
import Findings
import Reporting
import Testing

@Suite struct FindingCollectorTests {
    @Test("a finding is kept with its place, and without the secret in its exchange")
    func finding() throws {
        let result = try CheckFixture.result(policy: CheckFixture.policy("SEC001"))
        let finding = try #require(result.findings.first)
        #expect(result.findings.count == 1)
        #expect(finding.rule == "SEC001" && finding.severity == .high && finding.exchange == 1)
        #expect(finding.location?.line == 3)
        #expect(finding.logicalPlace == #"request.headers["x-goog-api-key"]"#)
        #expect(finding.fingerprint.utf8.count == 16)
        #expect(!finding.message.contains("walk"))
    }

    @Test("a fingerprint hangs on neither line nor secret nor file, but on rule and place")
    func fingerprints() throws {
        let moved = CheckFixture.call.replacing("Host: relay.example\n", with: "Host: relay.example\nA: b\n")
        let other = moved.replacing("sk-walk-to-perth", with: "sk-swim-to-hobart")
        let policy = CheckFixture.policy("SEC00?")
        let one = try CheckFixture.result(policy: policy).findings
        let two = try CheckFixture.result([("b/c.http", other)], policy: policy).findings
        #expect(one.map(\.fingerprint) == two.map(\.fingerprint))
        #expect(one.map(\.location?.line) != two.map(\.location?.line))
        #expect(Set(one.map(\.fingerprint)).count == one.count)
    }

    @Test("exchanges that have the same finding each have it numbered")
    func occurrences() throws {
        let policy = CheckFixture.policy("SEC001")
        let text = CheckFixture.call + CheckFixture.call
        let result = try CheckFixture.result([("a", text), ("b", CheckFixture.call)], policy: policy)
        #expect(result.findings.map(\.occurrence) == [1, 2, 1])
        #expect(result.findings.map(\.capture) == [0, 0, 1])
        #expect(result.captures.map(\.exchangeCount) == [2, 1])
    }

    @Test("a path is told relative to the folder of the check", arguments: ["/x/y/a.http", "./a.http", "a.http"])
    func paths(_ path: String) throws {
        let result = try CheckFixture.result([(path, CheckFixture.call)], folder: "/x/y")
        #expect(result.captures.map(\.path) == ["a.http"])
    }

    @Test("what was accepted does not fail, until it expires or is there once more")
    func baseline() throws {
        let policy = CheckFixture.policy("SEC001")
        let found = try #require(try CheckFixture.result(policy: policy).findings.first)
        var entry = BaselineEntry(rule: "SEC001", fingerprint: found.fingerprint, path: "a.http", reason: "made up")
        func fails(_ text: String = CheckFixture.call, day: String? = nil) throws -> Bool {
            let policy = CheckFixture.policy("SEC001", accepting: [entry], day: day)
            return try CheckFixture.result([("a.http", text)], policy: policy).fails(at: .high)
        }
        #expect(try !fails())
        #expect(try fails(CheckFixture.call + CheckFixture.call))
        entry.expires = CalendarDay("2026-06-30")
        #expect(try !fails(day: "2026-06-30"))
        #expect(try fails(day: "2026-07-01"))
        entry.path = "b.http"
        #expect(try fails())
    }

    @Test("a threshold is reached by its own severity and by those above", arguments: Threshold.allCases)
    func thresholds(_ threshold: Threshold) throws {
        let high = try CheckFixture.result(policy: CheckFixture.policy("SEC001"))
        #expect(high.fails(at: threshold) == [.high, .medium, .low, .info].contains(threshold))
        let nothing = try CheckFixture.result(policy: CheckFixture.policy("CAP003"))
        #expect(!nothing.fails(at: threshold))
        #expect(nothing.passed.map(\.id) == ["CAP003"])
    }
}
