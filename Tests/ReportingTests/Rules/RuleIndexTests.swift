import Findings
import Reporting
import Testing

@Suite struct RuleIndexTests {
    private let index = RuleIndex([
        .made("CAP001", "body-elided"), .made("SEC001", "credential-in-header"), .made("SEC003", "credential-in-url"),
        .made("SSE003", "stream-without-end"),
    ])

    @Test(
        "a rule is found by id or name, in any case",
        arguments: ["SEC001", "sec001", "Sec001", "credential-in-header", "Credential-In-Header"])
    func found(word: String) {
        #expect(index.rule(word)?.id == "SEC001")
    }

    @Test("nothing else finds a rule", arguments: ["", "SEC", "SEC0011", "SEC002", "credential", " SEC001"])
    func missing(word: String) {
        #expect(index.rule(word) == nil)
    }

    @Test(
        "the closest rules come first: those that have the word, then those that are spelled like it",
        arguments: [
            ("SEC", ["SEC001", "SEC003"]), ("url", ["SEC003"]), ("SEC002", ["SEC001", "SEC003"]),
            ("CAP01", ["CAP001"]), ("SE003", ["SSE003", "SEC003"]),
            ("credentials-in-hedaer", ["SEC001"]),
            ("stream-with-end", ["SSE003"]), ("BODY", ["CAP001"]),
        ])
    func closest(word: String, ids: [String]) {
        #expect(index.closest(to: word, count: ids.count).map(\.id) == ids)
    }

    @Test("there are no more than asked for, and none that is not like the word")
    func limits() {
        #expect(index.closest(to: "").isEmpty)
        #expect(index.closest(to: "s").count == 3)
        for word in ["NOPE", "日本語", String(repeating: "x", count: 100_000)] {
            #expect(index.closest(to: word).isEmpty)
            #expect(index.advice(for: word) == "'unspool rules' lists them")
        }
        #expect(index.advice(for: "CAP01") == "the closest are CAP001")
        #expect(index.closest(to: "SEC", count: 0).isEmpty)
        #expect(RuleIndex([]).closest(to: "SEC").isEmpty)
    }
}
