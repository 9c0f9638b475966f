import Findings
import Reporting
import Testing

@Suite struct RuleManualTextTests {
    @Test("a rule is explained: what, why, where to read more, then its examples as they are")
    func manual() {
        let rule = RuleDescriptor.made(
            "SEC001", "credential-in-header", severity: .high, references: ["RFC 9110 §11.6.2", "CWE-522"],
            flagged: ["GET /a HTTP/1.1\nkey: b\n\n{}", "GET /c HTTP/1.1\n"],
            clean: ["GET /d HTTP/1.1\n\n  {\"e\": 1}\n"])
        #expect(
            RuleManualText(of: rule, options: TextOptions()).text == """
                SEC001   credential-in-header   high

                finds    A thing is odd.
                because  It is not even.

                SEE
                   RFC 9110 §11.6.2
                   CWE-522

                FLAGGED  1 of 2
                   GET /a HTTP/1.1
                   key: b

                   {}

                FLAGGED  2 of 2
                   GET /c HTTP/1.1

                NOT FLAGGED
                   GET /d HTTP/1.1

                     {"e": 1}

                """)
    }

    @Test("no example can act on a terminal")
    func hostile() {
        let rule = RuleDescriptor.made("SEC001", flagged: ["a\u{1B}[2J\u{202E}\tb"], clean: [])
        let text = RuleManualText(of: rule, options: TextOptions()).text
        #expect(text.contains(#"a\x1b[2J<U+202E>"#))
        #expect(text.unicodeScalars.allSatisfy { scalar in scalar == "\n" || SafeText.isSafe(scalar) })
    }

    @Test(
        "every rule of the catalogue has a manual with each line of its examples",
        arguments: RuleCatalog.descriptors.indices)
    func catalogue(index: Int) {
        let rule = RuleCatalog.descriptors[index]
        let text = RuleManualText(of: rule, options: TextOptions()).text
        for line in (rule.flagged + rule.clean).flatMap({ example in example.split(separator: "\n") }) {
            #expect(text.contains("\n   \(SafeText.escape(String(line)))"))
        }
        for reference in rule.references { #expect(text.contains("   \(reference)\n")) }
    }
}
