import Findings
import Reporting
import Testing

@Suite struct RuleManualMarkdownTests {
    @Test("the manual has a heading a family, a line and a section a rule, and examples as code")
    func manual() {
        let rule = RuleDescriptor.made(
            "SEC001", summary: "A <b> is a|b.", references: ["RFC 1 §1", "https://a.example"],
            flagged: ["GET /`` HTTP/1.1"],
            clean: ["a ``` b\n"])
        #expect(
            RuleManualMarkdown(of: [rule]).text == #"""
                # Rules

                What findings come from: each rule with its reasons and examples.

                ## Secrets

                | rule | severity | finds |
                |--|--|--|
                | [SEC001](#sec001-odd-thing) `odd-thing` | low | A \<b\> is a\|b. |

                ### SEC001 odd-thing

                A \<b\> is a\|b. It is not even.

                - RFC 1 §1
                - <https://a.example>

                Flagged:

                ```http
                GET /`` HTTP/1.1
                ```

                Not flagged:

                ````http
                a ``` b
                ````

                """#)
    }

    @Test("every rule of the catalogue is in the manual once")
    func catalogue() {
        let text = RuleManualMarkdown(of: RuleCatalog.descriptors).text
        for rule in RuleCatalog.descriptors {
            #expect(text.split(separator: "\n").count { line in line == "### \(rule.id) \(rule.name)" } == 1)
        }
        #expect(!text.contains("## Others"))
    }
}
