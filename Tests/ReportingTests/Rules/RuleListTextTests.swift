import Findings
import Reporting
import Testing

@Suite struct RuleListTextTests {
    @Test("rules stand under their families, a reviewer's first question first, with one set of columns for all")
    func families() {
        let rules: [RuleDescriptor] = [
            .made("CAP001", "body-elided", severity: .medium), .made("SEC001", "a", severity: .critical),
            .made("SEC002", "credential-anywhere", severity: .high), .made("XYZ001", "b"),
        ]
        #expect(
            RuleListText(of: rules, options: TextOptions()).text == """
                SECRETS
                SEC001  critical  a                    A thing is odd.
                SEC002  high      credential-anywhere  A thing is odd.

                CAPTURE
                CAP001  medium    body-elided          A thing is odd.

                OTHERS
                XYZ001  low       b                    A thing is odd.

                """)
    }

    @Test("what a rule finds goes on below itself where it is too long")
    func wrapping() {
        let rule = RuleDescriptor.made("SEC001", summary: "A header of the request shows a credential in clear.")
        #expect(
            RuleListText(of: [rule], options: TextOptions(width: 60)).text == """
                SECRETS
                SEC001  low  odd-thing  A header of the request shows a
                                        credential in clear.

                """)
    }

    @Test("the whole catalogue fits the width, and every rule is in it under a family", arguments: [60, 80, 120])
    func catalogue(width: Int) {
        let rules = RuleCatalog.descriptors
        let text = RuleListText(of: rules, options: TextOptions(width: width)).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { line in line.utf8.count <= width })
        for rule in rules {
            #expect(lines.count { line in line.hasPrefix("\(rule.id)  \(rule.severity.rawValue) ") } == 1)
            #expect(text.contains(rule.name))
        }
        #expect(!text.contains("OTHERS"))
    }

    @Test("no rules are no lines")
    func none() {
        #expect(RuleListText(of: [], options: TextOptions()).text.isEmpty)
    }
}
