import Findings
import JSONReading
import Reporting
import Testing

@Suite struct RulesJSONTests {
    @Test("a rule is written with all that its descriptor says")
    func rule() throws {
        let rules = try whole(RulesJSON(of: [.made("SEC001", flagged: ["a\n\u{1B}", "b"], clean: [])]).bytes)
        #expect(
            spelled(rules) == #"""
                {"schema":"unspool.rules/1","rules":[{"id":"SEC001","name":"odd-thing","severity":"low",\#
                "summary":"A thing is odd.","why":"It is not even.","references":["RFC 1 §1"],\#
                "flagged":["a\n\u001b","b"],"clean":[]}]}
                """#)
    }

    @Test("rules keep their order, and no rules are an empty list")
    func order() throws {
        let rules = try whole(RulesJSON(of: RuleCatalog.descriptors).bytes)
        let ids = rules["rules"]?.elements.compactMap { rule in rule["id"]?.string } ?? []
        #expect(ids == RuleCatalog.descriptors.map(\.id))
        #expect(spelled(try whole(RulesJSON(of: []).bytes)) == #"{"schema":"unspool.rules/1","rules":[]}"#)
    }
}
