import Findings
import Testing

@Suite struct BaselineTests {
    private func baseline(_ text: String) throws(SettingsFault) -> Baseline {
        try Baseline(parsing: Array(text.utf8))
    }

    @Test("what is written is read again, sorted, and what need not be said is not")
    func round() throws {
        let entries = [
            BaselineEntry(
                rule: "SEC001", fingerprint: "b", path: "z", count: 2, reason: "why", by: "me",
                expires: CalendarDay("2026-01-31")),
            BaselineEntry(rule: "SEC001", fingerprint: "a", path: "a", reason: ""),
        ]
        let baseline = Baseline(entries: entries)
        #expect(try Baseline(parsing: baseline.bytes) == baseline)
        #expect(baseline.entries.map(\.path) == ["a", "z"])
        #expect(
            String(decoding: baseline.bytes, as: UTF8.self) == """
                {
                  "schema": "unspool.baseline/1",
                  "entries": [
                    {
                      "rule": "SEC001",
                      "fingerprint": "a",
                      "path": "a",
                      "reason": ""
                    },
                    {
                      "rule": "SEC001",
                      "fingerprint": "b",
                      "path": "z",
                      "count": 2,
                      "reason": "why",
                      "by": "me",
                      "expires": "2026-01-31"
                    }
                  ]
                }

                """)
    }

    @Test("of two entries about the same thing the first stays")
    func duplicates() {
        let entry = BaselineEntry(rule: "A", fingerprint: "b", path: "c", reason: "first")
        var other = entry
        other.reason = "second"
        #expect(Baseline(entries: [entry, other]).entries == [entry])
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("{}", "schema: expected a value, found none"),
            (#"{"schema": "x"}"#, "schema: expected unspool.baseline/1, found 'x'"),
            (#"{"schema": "unspool.baseline/1", "entries": [{}]}"#, "entries[0].rule: expected a value"),
            (#"{"schema": "unspool.baseline/1", "entries": {}}"#, "entries: expected an array, found object"),
            (
                #"{"schema": "unspool.baseline/1", "entries": [{"rule": "A", "expires": "soon"}]}"#,
                "entries[0].expires: expected a day such as 2026-12-31, found 'soon'"
            ),
            (
                #"{"schema": "unspool.baseline/1", "entries": [{"rule": "A", "fingerprint": "b", "path": "c", "count": 0}]}"#,
                "entries[0].count: expected a whole number of 1 or more"
            ),
        ])
    func faults(_ text: String, _ words: String) throws {
        let fault = #expect(throws: SettingsFault.self) { try baseline(text) }
        let message = try #require(fault).description
        #expect(message.contains(words), "\(message)")
    }
}
