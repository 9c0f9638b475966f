import Findings
import Testing

@Suite struct CheckPolicyTests {
    private let finding = Finding(
        rule: "HST001", name: "provider-path-on-foreign-host", severity: .high, message: "",
        logicalPlace: "request.url",
        place: nil)

    private func counts(_ policy: CheckPolicy, host: String? = "a.relay.example", path: String = "x/a.har") -> Bool {
        policy.counts(finding, host: host, path: path)
    }

    @Test("everything counts unless something is said")
    func all() {
        #expect(counts(CheckPolicy()))
        #expect(RuleCatalog.descriptors.allSatisfy(CheckPolicy().isActive))
    }

    @Test(
        "a rule is chosen by its id, its name or a pattern, in any case",
        arguments: ["HST001", "hst*", "HST00?", "provider-path-on-foreign-host", "*-foreign-host", "*"])
    func chosen(_ pattern: String) throws {
        let policy = CheckPolicy(rules: [RulePattern("SEC*"), RulePattern(pattern)])
        let rule = try #require(RuleCatalog.descriptor("HST001"))
        #expect(counts(policy) && policy.isActive(rule))
    }

    @Test("no other pattern chooses it", arguments: ["HST00", "HST0011", "ST001", "SEC*", ""])
    func others(_ pattern: String) throws {
        let policy = CheckPolicy(rules: [RulePattern(pattern)])
        let rule = try #require(RuleCatalog.descriptor("HST001"))
        #expect(!counts(policy) && !policy.isActive(rule))
    }

    @Test("a rule that is disabled counts nowhere")
    func disabled() throws {
        let policy = CheckPolicy(exemptions: [Exemption(rule: RulePattern("HST*"))])
        let rule = try #require(RuleCatalog.descriptor("HST001"))
        #expect(!counts(policy) && !policy.isActive(rule))
    }

    @Test("a rule that is disabled for hosts and paths does not count there alone")
    func exempted() throws {
        let exemption = Exemption(rule: RulePattern("HST001"), host: "*.relay.example", path: "x/*")
        let policy = CheckPolicy(exemptions: [exemption])
        let rule = try #require(RuleCatalog.descriptor("HST001"))
        #expect(!counts(policy) && policy.isActive(rule))
        #expect(counts(policy, host: "relay.example"))
        #expect(counts(policy, host: nil))
        #expect(counts(policy, path: "y/a.har"))
        #expect(!counts(policy, path: "x/y/z.har"))
    }
}
