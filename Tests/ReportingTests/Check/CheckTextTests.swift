import Findings
import Reporting
import Testing

@Suite struct CheckTextTests {
    private func text(
        _ result: CheckResult, _ threshold: Threshold = .high, isVerbose: Bool = false
    ) -> String {
        CheckText(of: result, threshold: threshold, options: TextOptions(isVerbose: isVerbose)).text
    }

    @Test("findings stand by capture and rule, and the verdict stands last")
    func findings() throws {
        let result = try CheckFixture.result(policy: CheckFixture.policy("SEC001", "SEC008", "CFG004"))
        #expect(
            text(result) == """
                a.http   http-message   1 exchange
                FINDINGS  1 high  1 medium  1 low                       (3 rules, -v for all)
                 high   SEC001  :3  API key in clear in x-goog-api-key
                 medium SEC008  :3  key is made of plain words

                CHECK  failed: 1 rule high or above  1 capture, 1 exchange

                """)
    }

    @Test("what fails is shown however little it matters")
    func low() throws {
        let result = try CheckFixture.result(policy: CheckFixture.policy("CFG004"))
        #expect(!text(result).contains("CFG004"))
        #expect(text(result).hasPrefix("CHECK  passed: nothing high or above"))
        #expect(text(result, .low).contains("low    CFG004") || text(result, .low).contains("low CFG004"))
        #expect(text(result, .none).hasPrefix("CHECK  no severity fails it"))
    }

    @Test("twenty findings of one rule are one line with a count")
    func folding() throws {
        let calls = String(repeating: CheckFixture.call, count: 20)
        let result = try CheckFixture.result([("a", calls)], policy: CheckFixture.policy("SEC001"))
        let lines = text(result).split(separator: "\n").filter { line in line.contains("SEC001") }
        #expect(lines.count == 1)
        #expect(text(result).contains("x20"))
        #expect(lines.first?.contains("SEC001  #1:3  ") == true && text(result).contains("also #2:"))
    }

    @Test("where all is accepted from now on, nothing is said to have failed")
    func update() throws {
        let result = try CheckFixture.result(policy: CheckFixture.policy("SEC001"))
        let text = CheckText(
            of: result, threshold: .high, update: "b.json holds all of it now, 1 entry", options: TextOptions()
        ).text
        #expect(text.contains("CHECK  accepted: b.json holds all of it now, 1 entry"))
        #expect(!text.contains("failed"))
    }

    @Test("asked for everything, it lists the rules that found nothing")
    func passed() throws {
        let result = try CheckFixture.result(policy: CheckFixture.policy("SEC001", "CAP003"))
        #expect(!text(result).contains("CAP003"))
        #expect(text(result, isVerbose: true).contains("PASSED  1 rule found nothing"))
        #expect(text(result, isVerbose: true).contains("CAP003  method-missing"))
    }

    @Test("entries that expired and those that are stale are listed; accepted ones are counted")
    func baseline() throws {
        let found = try CheckFixture.result(policy: CheckFixture.policy("SEC001", "SEC008")).findings
        var entries = found.map { finding in
            BaselineEntry(rule: finding.rule, fingerprint: finding.fingerprint, path: "a.http", reason: "made up")
        }
        entries[0].expires = CalendarDay("2026-01-01")
        entries.append(BaselineEntry(rule: "SEC001", fingerprint: "gone", path: "a.http", reason: "was there"))
        let policy = CheckFixture.policy("SEC*", accepting: entries, day: "2026-01-02")
        let shown = text(try CheckFixture.result(policy: policy))
        #expect(shown.contains("BASELINE  1 accepted  1 expired  1 stale"))
        #expect(shown.contains(" expired  SEC001") || shown.contains(" expired SEC001"))
        #expect(shown.contains("was there"))
        #expect(!shown.contains("2026"))
    }
}
