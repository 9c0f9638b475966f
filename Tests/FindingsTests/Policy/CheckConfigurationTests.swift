import Findings
import JSONReading
import Testing

@Suite struct CheckConfigurationTests {
    private func configuration(_ text: String) throws(SettingsFault) -> CheckConfiguration {
        try CheckConfiguration(parsing: Array(text.utf8))
    }

    @Test("a file says from when on a check fails, what counts, what does not, and what was accepted")
    func whole() throws {
        let text = #"""
            {"$schema": "x", "schema": "unspool.config/1", "check": {
              "fail_on": "medium", "rules": ["SEC*"], "baseline": "b.json",
              "disable": ["SAF004", {"rule": "HST001", "host": "*.relay.example", "path": "a/*", "reason": "ours"}]}}
            """#
        let expected = CheckConfiguration(
            failOn: .medium, rules: [RulePattern("SEC*")],
            exemptions: [
                Exemption(rule: RulePattern("SAF004")),
                Exemption(rule: RulePattern("HST001"), host: "*.relay.example", path: "a/*"),
            ], baseline: "b.json")
        #expect(try configuration(text) == expected)
    }

    @Test("a file may say nothing", arguments: ["{}", #"{"check": {}}"#, #"{"schema": "unspool.config/1"}"#])
    func nothing(_ text: String) throws {
        #expect(try configuration(text) == CheckConfiguration())
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            (#"{"chek": {}}"#, "chek: expected one of the members $schema, schema, check"),
            (#"{"check": {"fail": 1}}"#, "check.fail: expected one of the members fail_on,"),
            (#"{"check": {"fail_on": "hi"}}"#, "check.fail_on: expected one of critical, high,"),
            (#"{"check": {"fail_on": 1}}"#, "check.fail_on: expected a string, found number"),
            (#"{"check": {"rules": "SEC*"}}"#, "check.rules: expected an array, found string"),
            (#"{"check": {"rules": ["SEC*", 1]}}"#, "check.rules[1]: expected a string, found number"),
            (#"{"check": {"disable": [1]}}"#, "check.disable[0]: expected an object, found number"),
            (#"{"check": {"disable": [{}]}}"#, "check.disable[0].rule: expected a value, found none"),
            (#"{"check": {"disable": [{"rule": "A", "hosts": "b"}]}}"#, "check.disable[0].hosts: expected one of"),
            (#"{"schema": "unspool.config/2"}"#, "schema: expected unspool.config/1, found 'unspool.config/2'"),
            ("[]", "the file: expected an object, found array"), ("{", "found the end of the text at byte 1"),
            ("", "found the end of the text at byte 0"),
        ])
    func faults(_ text: String, _ words: String) throws {
        let fault = #expect(throws: SettingsFault.self) { try configuration(text) }
        let message = try #require(fault).description
        #expect(message.contains(words), "\(message)")
    }
}
